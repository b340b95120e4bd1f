import type { Effect } from '../effect.ts';
import { jobId } from '../backup/job.ts';
import type { Scope } from '../docspace/request.ts';
import { stuckId } from '../news/announcement.ts';
import type { State } from '../state.ts';
import { askedScopes, type Watch } from '../watch/watch.ts';

/** Of backups that were told of as standing still, and go on: that is not left on the screen. */
export function takeBackStuck(before: State, after: State): Effect[] {
  return after.watches.flatMap((watch) => {
    const was = before.watches.find(({ portal }) => portal.id === watch.portal.id);
    return was === undefined || was === watch ? [] : movedOn(was, watch);
  });
}

function movedOn(was: Watch, is: Watch): Effect[] {
  return askedScopes(is).flatMap((scope): Effect[] => {
    const [before, after] = [placeOf(was, scope), placeOf(is, scope)];
    if (before === null || after === null || before.job !== after.job) return [];
    if (before.id === after.id || !was.ledger.told.includes(before.id)) return [];
    return [{ do: 'takeBack', portal: is.portal.id, backup: { scope, job: after.job } }];
  });
}

/** The job that runs, and by what it would be told where it stands; null while none does. */
function placeOf({ jobs }: Watch, scope: Scope): { job: string; id: string } | null {
  const { run, serial, readAt } = jobs[scope];
  if (run === null || readAt === null) return null;
  const job = jobId(run.task, serial);
  return { job, id: stuckId(scope, job, run) };
}
