import type { AccessCause } from '../../core/news/announcement.ts';
import { type AccessWord, explanations } from '../portal/cause.ts';
import type { NotificationDetail } from './text.ts';
import type { Words } from '../i18n/i18n.ts';

/** Of a notice that only the window can answer. */
export const opensWindow = { click: { do: 'openWindow' } as const, buttons: [] };

/** What stops the watching until somebody does something stays until it was read. */
const loud: ReadonlySet<AccessWord> = new Set(['keyRefused', 'noRight', 'certificateChanged']);

/** What a notice says of a portal that has been lost: why, and what to do. */
export function accessNotice(cause: AccessCause, { say }: Words): NotificationDetail {
  const { word, why, next } = explanations[cause];
  const urgency = loud.has(word) ? 'critical' : 'normal';
  return { body: `${say(why)}\n${say(next)}`, urgency, ...opensWindow };
}

/** What a notice says of a key that ends soon, or has ended while nobody was told. */
export function keyNotice(endsAt: number, words: Words, now: number): NotificationDetail {
  const { say } = words;
  const fact = endsAt > now ? say('why.keyEnds', { when: words.when(endsAt, now) }) : say('why.keyExpired');
  return { body: `${fact}\n${say('next.newKey')}`, urgency: 'normal', ...opensWindow };
}
