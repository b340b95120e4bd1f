import type { PortalStatus } from '../core/status/status.ts';
import { statusOf } from '../core/status/statusOf.ts';
import { offlineFor, type State } from '../core/state.ts';
import { shorten } from '../core/base/text.ts';
import { severity } from '../core/status/severity.ts';
import { linePhrase } from './portal/statusPhrase.ts';
import { nameOf, scopeOf } from './portal/name.ts';
import type { Words } from './i18n/i18n.ts';

/** Windows cuts tooltips there, and crashed on longer ones; UTF-16 units. https://github.com/electron/electron/issues/3290 */
const longest = 127;

/** The tooltip: the worst portal first, as many lines as fit. It is the icon's accessible name as well. */
export function tooltipOf(state: State, words: Words, now: number): string {
  return fitting(tooltipLines(state, words, now));
}

/** Whole lines only, and the first in any case. */
function fitting(lines: readonly string[]): string {
  const [first = '', ...others] = lines;
  return others.reduce(
    ({ text, full }, line) => {
      const longer = `${text}\n${line}`;
      return full || longer.length > longest ? { text, full: true } : { text: longer, full };
    },
    { text: shorten(first, longest), full: false },
  ).text;
}

function tooltipLines(state: State, words: Words, now: number): string[] {
  const { pausedUntil, watches } = state;
  const offlineSince = offlineFor(state);
  if (pausedUntil === Infinity) return [words.say('tooltip.paused')];
  if (pausedUntil !== null)
    return [words.say('tooltip.pausedUntil', { time: words.whenShort(pausedUntil, now) })];
  if (offlineSince !== null)
    return [words.say('tooltip.offline', { time: words.whenShort(offlineSince, now) })];
  if (watches.length === 0) return [words.say('label.application')];
  return portalLines(state, words, now);
}

/** One line a portal, the worst first. Long names are cut before what is said of them. */
export function portalLines({ watches }: State, words: Words, now: number): string[] {
  return watches
    .map((watch) => ({ name: watch.portal.name, status: statusOf(watch, now) }))
    .sort((one, other) => severity(other.status) - severity(one.status))
    .map(({ name, status }) => portalLine(name, status, words));
}

function portalLine(name: string, status: PortalStatus, words: Words): string {
  const state = linePhrase(status, words);
  const about = (portal: string): string =>
    words.say('line.portal', { portal: nameOf(portal, scopeOf(status), words), state });
  // The marks that go around some names count as well.
  const room = longest - (about(name).length - name.length);
  return about(shorten(name, Math.max(16, room)));
}
