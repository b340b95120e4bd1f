import type { Failure } from '../net/failure.ts';
import type { KeyFacts } from '../docspace/key.ts';
import type { Result } from '../base/result.ts';
import { hour, day } from '../base/time.ts';

/** How long the portal's key lives, as far as the portal has said it. Times are epoch milliseconds. */
export type KeyLife = {
  /** It may start and stop backups; false while that is not known. */
  writes: boolean;
  /** Null for a key without end, and for one of which nothing is known. */
  endsAt: number | null;
  /** When to ask about it again. */
  askAt: number;
  /** The last warning that was given, in days before its end; null before the first. */
  told: number | null;
};

export const newKeyLife: KeyLife = { writes: false, endsAt: null, askAt: 0, told: null };

/** Days before the end of a key. */
const warnings = [1, 3, 14];
/** The first of them. */
export const firstWarning = Math.max(...warnings);

/** Takes in what the key says of itself. Older servers, and session tokens, have no such page. */
export function learnKey(life: KeyLife, got: Result<KeyFacts, Failure>, now: number): KeyLife {
  if (!got.ok) return { ...life, askAt: now + (got.reason.kind === 'notThere' ? day : hour) };
  const { writes, expiresAt: endsAt } = got.value;
  return { writes, endsAt, askAt: now + day, told: endsAt === life.endsAt ? life.told : null };
}

/** The warning that is due: so many days are left, or fewer; null when none is, or it was told. */
export function dueWarning({ endsAt, told }: KeyLife, now: number): number | null {
  if (endsAt === null || endsAt <= now) return null;
  const days = warnings.find((warning) => endsAt - now <= warning * day);
  return days === undefined || (told !== null && told <= days) ? null : days;
}

/** After the clock was set it is asked within a day; a warning that came too early, since the clock ran ahead, is given again. */
export function rebaseKey(life: KeyLife, now: number): KeyLife {
  const { endsAt, told } = life;
  const early = endsAt !== null && endsAt - now > firstWarning * day;
  return { ...life, askAt: Math.min(life.askAt, now + day), told: early ? null : told };
}
