import { minute } from '../time.ts';
import type { Watch } from '../watch.ts';

/** How often in a row the backups of the whole server were refused (403), and when last, in epoch milliseconds. */
export type ServerRefusal = { times: number; lastAt: number };

export const noRefusal: ServerRefusal = { times: 0, lastAt: 0 };

/** A gateway on the way may forbid a single question: what could be seen is believed to be lost after so many. */
const leastRefusals = 3;
/** A right can be given back, and nobody tells: it is tried again this often. */
const longestRefusal = 10 * minute;

export function refusedAgain({ times }: ServerRefusal, now: number): ServerRefusal {
  return { times: times + 1, lastAt: now };
}

/** The backups of the whole server may not be seen: its scope is left out. What was never seen is left out at once. */
export function isServerRefused({ jobs, serverRefusal }: Pick<Watch, 'jobs' | 'serverRefusal'>): boolean {
  return serverRefusal.times >= (jobs.server.readAt === null ? 1 : leastRefusals);
}

/** Whether it is the whole server's turn, after a look at the portal. */
export function isServersTurn(watch: Watch, now: number): boolean {
  if (watch.look.turn !== 0 || !watch.portal.scopes.includes('server')) return false;
  return !isServerRefused(watch) || now - watch.serverRefusal.lastAt >= longestRefusal;
}
