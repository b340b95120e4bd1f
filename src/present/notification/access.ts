import { rowOf, type ToldCause } from '../../core/access/cause.ts';
import { explain } from '../portal/cause.ts';
import type { NotificationDetail } from './text.ts';
import type { Words } from '../i18n/i18n.ts';

/** Of a notification that only the window can answer. */
export const opensWindow = { click: { type: 'openWindow' } as const, buttons: [] };

/** What a notification says of a portal that has been lost: why, and what to do. */
export function accessNotification(cause: ToldCause, words: Words): NotificationDetail {
  const { reason, next } = explain(cause, words);
  const urgency = rowOf(cause).critical ? 'critical' : 'normal';
  return { body: [reason, next].join('\n'), urgency, ...opensWindow };
}

/** What a notification says of a key that ends soon, or has ended while nobody was told. */
export function keyNotification(endsAt: number, words: Words, now: number): NotificationDetail {
  const { say } = words;
  const fact = endsAt > now ? say('why.keyEnds', { when: words.when(endsAt, now) }) : say('why.keyExpired');
  return { body: `${fact}\n${say('next.newKey')}`, urgency: 'normal', ...opensWindow };
}
