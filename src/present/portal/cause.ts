import { type Cause, causes } from '../../core/access/cause.ts';
import type { Words } from '../i18n/i18n.ts';

/** What can be seen of a trouble, not yet why: the state of a row, the end of a line, the title of a notification. */
export function causeWord<Given extends Cause>(cause: Given): (typeof causes)[Given]['word'] {
  return causes[cause].word;
}

/** Why it is so, and what to do about it. */
export function explain(cause: Cause, { say }: Words): { why: string; next: string | null } {
  const { why, next } = causes[cause];
  return { why: say(`why.${why}`), next: next === null ? null : say(`next.${next}`) };
}
