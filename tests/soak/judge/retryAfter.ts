import type { HttpResponse } from '../../../src/core/docspace/request.ts';
import { second } from '../../../src/core/base/time.ts';

/** So long a server that is down is left alone, in seconds, whatever it says. */
const longestOutage = 900;

/** From when on a portal may be asked again that said this at that time; null: it has said nothing of that. */
export function allowedAgainAt(
  { status, retryAfter, rateLimitReset }: HttpResponse,
  saidAt: number,
): number | null {
  const isLimited = status === 429;
  if (!isLimited && (retryAfter === null || status < 400)) return null;
  const reset = isLimited ? Number(rateLimitReset ?? 0) : 0;
  const asked = Math.max(Number(retryAfter ?? 0), reset);
  return saidAt + (isLimited ? asked : Math.min(asked, longestOutage)) * second;
}
