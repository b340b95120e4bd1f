import { day, minute, second } from '../base/time.ts';

/** The longest wait that is kept after a 429: a limit may be one per day. */
const longestLimit = day;
/** The longest wait that is kept after any other answer: nobody knows so long ahead when a server is up again. */
const longestOutage = 15 * minute;
/** Seconds above this (the year 2001) are a point in time, not a wait of three decades. */
const earliestEpoch = 1_000_000_000;

/** What a server says about waiting. `date`: its own clock, when it answered. */
export type WaitHeaders = { retryAfter: string | null; rateLimitReset: string | null; date: string | null };

/**
 * When a server wants to be asked again by its `Retry-After` (seconds or an HTTP date, RFC 9110). Epoch milliseconds,
 * at most a quarter of an hour ahead.
 */
export function retryTime(
  { retryAfter, date }: Omit<WaitHeaders, 'rateLimitReset'>,
  now: number,
): number | null {
  return timeOf(retryAfter, date, now, longestOutage);
}

/**
 * When a rate limit ends, at most a day ahead: the later of `Retry-After` and `X-Ratelimit-Reset` (seconds in DocSpace,
 * a point in time elsewhere). Servers send the second one with good answers too, so it counts only where the limit was
 * hit.
 */
export function limitEnd({ retryAfter, rateLimitReset, date }: WaitHeaders, now: number): number | null {
  const retryAt = timeOf(retryAfter, date, now, longestLimit);
  const resetAt = timeOf(rateLimitReset, date, now, longestLimit);
  return retryAt === null || resetAt === null ? (retryAt ?? resetAt) : Math.max(retryAt, resetAt);
}

function timeOf(header: string | null, date: string | null, now: number, longest: number): number | null {
  // A point in time is the server's, whose clock may differ from ours by hours.
  const serverTime = Date.parse(date ?? '');
  const wait = header === null ? null : waitOf(header.trim(), Number.isNaN(serverTime) ? now : serverTime);
  return wait === null ? null : now + Math.min(wait, longest);
}

function waitOf(text: string, serverTime: number): number | null {
  if (/^\d{1,10}(\.\d+)?$/.test(text)) {
    const seconds = Number(text);
    return seconds > earliestEpoch ? seconds * second - serverTime : seconds * second;
  }
  const wait = Date.parse(text) - serverTime;
  return wait > 0 ? wait : null;
}
