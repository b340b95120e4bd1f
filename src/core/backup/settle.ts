import type { HistoryRecord } from '../docspace/history.ts';
import { type Doubt, doubtList, doubtOf, missDoubt } from './doubt.ts';
import { type Ending, hasArchive, withRecord } from './ending.ts';
import type { Failure } from '../net/failure.ts';
import { type Job, type JobStep, replaceShown, show } from './job.ts';
import { overrule } from './outcome.ts';

/** One answer of the history settles them all. So many add up only where Keepwatch is ended again and again before it asks. */
const mostDoubts = 40;

/** One doubt a job, the newest. */
export function addDoubt(doubts: Doubt[], doubt: Doubt): Doubt[] {
  return [...doubts.filter((other) => other.ending.job !== doubt.ending.job), doubt];
}

/** Doubts that are settled as they stand: of a job without a task, once confirmed, and the oldest of too many. */
export function settleWithoutHistory(job: Job): JobStep {
  const surplus = job.doubts.length - mostDoubts;
  const isFinal = ({ confirmed, ending }: Doubt, index: number): boolean =>
    index < surplus || (confirmed && ending.task === null);
  const rest = { ...job, doubts: job.doubts.filter((doubt, index) => !isFinal(doubt, index)) };
  return job.doubts
    .filter(isFinal)
    .reduce<JobStep>((step, doubt) => answerDoubt(step, doubt, null), { job: rest, ended: [] });
}

/** A new ending is shown at once. What is told of it, and when, depends on what only the history knows. */
export function settle(step: JobStep, ending: Ending, first: boolean, now: number): JobStep {
  const shown = show(step.job, first ? { ...ending, seen: true } : ending, true);
  const why = reasonToAsk(ending, first);
  const doubts = why === null ? shown.doubts : addDoubt(shown.doubts, doubtOf(why, ending, true, now));
  const certain = !first && (why === null || why === 'told');
  return { job: { ...shown, doubts }, ended: certain ? [...step.ended, ending] : step.ended };
}

function reasonToAsk(ending: Ending, first: boolean): Doubt['why'] | null {
  if (ending.task === null) return null;
  if (ending.outcome === 'failed') return first ? 'told' : 'failed';
  if (!hasArchive(ending.outcome)) return null;
  return ending.timed || first ? 'told' : 'late';
}

/** Whether the history has to be asked before this job's endings are certain or complete. */
export function wantsHistory(job: Job, now: number): boolean {
  return job.doubts.some((doubt) => doubt.confirmed && doubt.askAt <= now);
}

/** Takes in the history: each confirmed doubt is settled by whether its task is listed. */
export function applyHistory(job: Job, records: HistoryRecord[], now: number): JobStep {
  const asked = job.doubts.filter((doubt) => doubt.confirmed);
  const rest = { ...job, doubts: job.doubts.filter((doubt) => !doubt.confirmed) };
  return asked.reduce<JobStep>(
    (step, doubt) => {
      const record = records.find((candidate) => candidate.task === doubt.ending.task);
      const left = record === undefined ? doubtList(doubt, now) : null;
      return left === null ? answerDoubt(step, doubt, record ?? 'unlisted') : keepDoubt(step, left);
    },
    { job: rest, ended: [] },
  );
}

/** Takes in that the history could not be read. */
export function historyFailed(job: Job, failure: Failure, now: number): JobStep {
  const asked = job.doubts.filter((doubt) => doubt.confirmed);
  const rest = { ...job, doubts: job.doubts.filter((doubt) => !doubt.confirmed) };
  return asked.reduce<JobStep>(
    (step, doubt) => {
      const left = missDoubt(doubt, failure, now);
      return left === null ? answerDoubt(step, doubt, null) : keepDoubt(step, left);
    },
    { job: rest, ended: [] },
  );
}

function keepDoubt(step: JobStep, doubt: Doubt): JobStep {
  return { ...step, job: { ...step.job, doubts: [...step.job.doubts, doubt] } };
}

/** `found`: what the history knows of it; null where the history was not, or in vain, asked. */
function answerDoubt(step: JobStep, doubt: Doubt, found: HistoryRecord | 'unlisted' | null): JobStep {
  const current = step.job.ending?.job === doubt.ending.job ? step.job.ending : doubt.ending;
  const ending = withFinding(current, found);
  // Certain endings are told; one is shown where nothing newer is.
  const job = replaceShown(step.job, ending);
  return { job, ended: doubt.why === 'told' ? step.ended : [...step.ended, ending] };
}

function withFinding(ending: Ending, found: HistoryRecord | 'unlisted' | null): Ending {
  if (found === null) return ending;
  if (found === 'unlisted') return { ...ending, unlisted: hasArchive(ending.outcome) };
  return { ...withRecord(ending, found), outcome: overrule(ending.outcome) };
}
