import { hour, minute } from '../core/base/time.ts';
import type { TimeLeft } from '../core/foresight/timeLeft.ts';
import { approximateSpan } from './approximateSpan.ts';
import type { Words } from './i18n/i18n.ts';

/** How long a backup still takes: "about 6 min left", "about 20 to 40 min left", "about 50 min to 1 h 15 min left". */
export function timeLeftPhrase({ likely, from, to }: TimeLeft, words: Words): string {
  const { say, span } = words;
  const least = Math.max(minute, outward(from, Math.floor));
  const most = outward(to, Math.ceil);
  if (from === to || most < shortestRange) return say('time.left', { span: approximateSpan(likely, words) });
  if (most >= hour) return say('time.leftBetween', { from: span(least), to: span(most) });
  return say('time.leftBetweenMinutes', { from: least / minute, to: most / minute });
}

/** Of less than that nobody wants to know how it varies. */
const shortestRange = 3 * minute;

/** The end of a range, as coarse as it is. */
function outward(length: number, round: (count: number) => number): number {
  const grain = length < 10 * minute ? minute : length < hour ? 5 * minute : 15 * minute;
  return round(length / grain) * grain;
}
