import { shorten } from '../core/base/text.ts';
import { offlineFor, type State } from '../core/state.ts';
import { severity } from '../core/status/severity.ts';
import type { WatchStatus } from '../core/status/statusOf.ts';
import type { Words } from './i18n/i18n.ts';
import { type MenuLine, menuOf } from './menu.ts';
import { nameOf, scopeOf } from './portal/name.ts';
import { savingLine } from './portal/savePace.ts';
import { linePhrase } from './portal/statusPhrase.ts';
import { type TrayIcon, trayIconOf } from './trayIcon.ts';

/** What the tray shows. The tooltip is the icon's accessible name as well. */
export type TrayView = { icon: TrayIcon; tooltip: string; menu: MenuLine[] };

/** The first lines of the menu say what icon and tooltip say: on some desktops those are not to be seen. */
export function trayViewOf(
  state: State,
  portals: readonly WatchStatus[],
  words: Words,
  now: number,
): TrayView {
  const condition = conditionLine(state, words, now);
  const lines = portalLines(portals, words, now);
  const none = portals.length === 0;
  return {
    icon: trayIconOf(state, portals, now),
    tooltip: condition ?? fitting(none ? [words.say('label.application')] : lines),
    menu: menuOf(
      state,
      none ? [words.say('menu.none')] : condition === null ? lines : [condition, ...lines],
      words,
      now,
    ),
  };
}

/** Windows cuts tooltips there, and crashed on longer ones; UTF-16 units. https://github.com/electron/electron/issues/3290 */
const longest = 127;

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

/** Why nothing is watched now; null where it is. */
export function conditionLine(state: State, words: Words, now: number): string | null {
  const { pausedUntil } = state;
  const offlineSince = offlineFor(state);
  if (pausedUntil === Infinity) return words.say('tooltip.paused');
  if (pausedUntil !== null)
    return words.say('tooltip.pausedUntil', { time: words.whenShort(pausedUntil, now) });
  return offlineSince === null
    ? null
    : words.say('tooltip.offline', { time: words.whenShort(offlineSince, now) });
}

/** One line a portal, the worst first. Long names are cut before what is said of them. */
function portalLines(portals: readonly WatchStatus[], words: Words, now: number): string[] {
  return portals
    .toSorted((one, other) => severity(other.status) - severity(one.status))
    .map((portal) => portalLine(portal, words, now));
}

function portalLine({ watch, status }: WatchStatus, words: Words, now: number): string {
  const { name } = watch.portal;
  const said = linePhrase(status, words, now);
  const saving = savingLine(watch, status, words, now);
  const state = saving === null ? said : words.say('label.progressText', { state: said, time: saving });
  const about = (portal: string): string =>
    words.say('line.portal', { portal: nameOf(portal, scopeOf(status), words), state });
  // The marks that go around some names count as well.
  const room = longest - (about(name).length - name.length);
  return about(shorten(name, Math.max(16, room)));
}
