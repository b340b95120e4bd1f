import { hour } from '../base/time.ts';
import type { Leftover } from '../saving/leftovers.ts';
import { isSameBackup } from '../saving/wanted.ts';
import { writtenOf } from '../saving/written.ts';
import type { State } from '../state.ts';
import type { Watch } from '../watch/watch.ts';
import { type Moment, noEffects, replaceWatch, type Step, withEffects } from './step.ts';

/** A folder that is away may be back by then. */
const tryAgain = hour;

/** Deletes what has come of archives that were given up, once it can be of no use: nobody else ever would. */
export function deleteLeftovers(state: State, { now }: Moment): Step {
  return state.watches.reduce<Step>((step, watch) => {
    const { id } = watch.portal;
    const due = watch.saving.leftovers.filter((one) => one.tryAt <= now && isUseless(watch, one, now));
    if (due.length === 0) return step;
    const leftovers = watch.saving.leftovers.map((one) =>
      due.includes(one) ? { ...one, tryAt: now + tryAgain } : one,
    );
    const tried = { ...watch, saving: { ...watch.saving, leftovers } };
    return withEffects(
      { ...step, state: replaceWatch(step.state, watch, tried) },
      ...due.map(({ backup, folder }) => ({ do: 'deletePart' as const, portal: id, backup, folder })),
    );
  }, noEffects(state));
}

/** Its link works no more, or its archive lies elsewhere or goes there: nothing will be put behind that part. */
function isUseless({ jobs, saving }: Watch, { backup }: Leftover, now: number): boolean {
  const { ending } = jobs[backup.scope];
  const until = ending?.job === backup.job ? (ending.linkUntil ?? 0) : 0;
  return (
    until <= now ||
    writtenOf(saving.written, backup) !== null ||
    saving.wanted.some((one) => isSameBackup(one.backup, backup))
  );
}
