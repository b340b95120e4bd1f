import type { Failure, FailureKind } from '../net/failure.ts';
import { minute } from '../base/time.ts';
import type { Portal } from '../portal.ts';
import type { Poll } from './poll.ts';

/**
 * How often in a row the question for the whole server's backup failed while the portal's own was answered, when last
 * (epoch milliseconds), and as what.
 */
export type ServerTrouble = { times: number; lastAt: number; kind: FailureKind | null };

/** What is to be known of a watch: its trouble, and whether a backup of the whole server was ever seen. */
type Troubled = { serverTrouble: ServerTrouble; jobs: { server: { known: boolean } } };

export const noServerTrouble: ServerTrouble = { times: 0, lastAt: 0, kind: null };

/** A gateway on the way may spoil a single answer: what could be seen is believed to be lost after so many. */
const leastTimes = 3;
/** A right can be given back, a service started again, and nobody tells: it is tried again this often. */
const longestAbsence = 10 * minute;

/** Takes in that the question for the whole server's backup was not answered. */
export function serverFailed({ times }: ServerTrouble, { kind }: Failure, now: number): ServerTrouble {
  return { times: times + 1, lastAt: now, kind };
}

/** The backup of the whole server cannot be seen: it is left out. What was never seen is left out at once. */
export function isServerAway({ jobs, serverTrouble }: Troubled): boolean {
  return serverTrouble.times >= (jobs.server.known ? leastTimes : 1);
}

/** Whether it is the whole server's turn, after the portal's own was asked. */
export function isServersTurn(
  watch: Troubled & { portal: Pick<Portal, 'scopes'>; poll: Pick<Poll, 'turn'> },
  now: number,
): boolean {
  if (watch.poll.turn !== 0 || !watch.portal.scopes.includes('server')) return false;
  return !isServerAway(watch) || now - watch.serverTrouble.lastAt >= longestAbsence;
}
