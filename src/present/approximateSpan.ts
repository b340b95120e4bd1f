import type { Words } from './i18n/i18n.ts';
import { hour, minute, second } from '../core/base/time.ts';

/** An estimate, as coarse as it is: to 10 s under a minute, to 1 min under an hour, to 5 min above. Rounded up. */
export function approximateSpan(length: number, words: Words): string {
  const grain = length < minute ? 10 * second : length < hour ? minute : 5 * minute;
  return words.span(Math.max(grain, Math.ceil(length / grain) * grain));
}
