import { second, day } from '../base/time.ts';

const longestWait = day;
/** Seconds above this (the year 2001) are a point in time, not a wait of three decades. */
const earliestEpoch = 1_000_000_000;

/**
 * When a server wants to be asked again by its `Retry-After` (seconds or an HTTP date, RFC 9110); never more than a
 * day ahead, whatever a broken server says. Epoch milliseconds.
 */
export function retryTime(retryAfter: string | null, now: number): number | null {
  const at = retryAfter === null ? null : waitOf(retryAfter.trim(), now);
  return at === null ? null : Math.min(at, now + longestWait);
}

/**
 * When a rate limit ends: the later of `Retry-After` and `X-Ratelimit-Reset` (seconds in DocSpace, a point in time
 * elsewhere). Servers send the second one with good answers too, so it counts only where the limit was hit.
 */
export function limitEnd(
  headers: { retryAfter: string | null; rateLimitReset: string | null },
  now: number,
): number | null {
  const retryAt = retryTime(headers.retryAfter, now);
  const resetAt = retryTime(headers.rateLimitReset, now);
  return retryAt === null || resetAt === null ? (retryAt ?? resetAt) : Math.max(retryAt, resetAt);
}

function waitOf(text: string, now: number): number | null {
  if (/^\d{1,10}(\.\d+)?$/.test(text)) {
    const seconds = Number(text);
    return seconds > earliestEpoch ? seconds * second : now + seconds * second;
  }
  const date = Date.parse(text);
  return Number.isNaN(date) || date <= now ? null : date;
}
