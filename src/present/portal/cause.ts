import { type Cause, causes } from '../../core/access/cause.ts';
import type { Words } from '../i18n/i18n.ts';

/** What can be seen of a trouble, not yet why: the state of a row, the end of a line, the title of a notification. */
export function causeWord<Given extends Cause>(cause: Given): (typeof causes)[Given]['word'] {
  return causes[cause].word;
}

/** Why something is so, and what to do about it. */
export type Reason = { reason: string; next: string | null };

/** The reason that a cause is. */
export function explain(cause: Cause, { say }: Words): Reason {
  const { why, next } = causes[cause];
  return { reason: say(`why.${why}`), next: next === null ? null : say(`next.${next}`) };
}
