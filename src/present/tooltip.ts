import { type Standing, standingOf, weight } from '../core/standing.ts';
import { offlineFor, type State } from '../core/state.ts';
import { shorten } from '../core/text.ts';
import { inlineOf } from './inline.ts';
import type { Words } from './words.ts';

/** Windows cuts tooltips there, and crashed on longer ones; UTF-16 units. https://github.com/electron/electron/issues/3290 */
const longest = 127;

/** The tooltip: the worst portal first, as many lines as fit. It is the icon's accessible name as well. */
export function tooltipOf(state: State, words: Words, now: number): string {
  return shorten(tooltipLines(state, words, now).join('\n'), longest);
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
    .map((watch) => ({ name: watch.portal.name, standing: standingOf(watch, now) }))
    .sort((one, other) => weight(other.standing) - weight(one.standing))
    .map(({ name, standing }) => portalLine(name, standing, words));
}

function portalLine(name: string, standing: Standing, words: Words): string {
  const state = inlineOf(standing, words);
  const room = longest - words.say('line.portal', { portal: '', state }).length;
  return words.say('line.portal', { portal: shorten(name, Math.max(16, room)), state });
}
