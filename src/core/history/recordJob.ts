import { minute } from '../base/time.ts';
import type { Ending } from '../backup/ending.ts';
import { type Job, jobId, type JobStep } from '../backup/job.ts';
import type { Run } from '../backup/run.ts';
import type { Scope } from '../docspace/request.ts';
import { mergeRun } from './mergeRuns.ts';
import { isRunOf, newRunRecord, type RunEnd, type RunRecord } from './runRecord.ts';
import { tracePoint } from './trace.ts';

/** What is being recorded of the runs of one portal. */
export type Recorder = {
  /** Runs that go on, or of which it is not certain yet how they ended. */
  open: RunRecord[];
  /** What is to be put into the portal's file; taken out as soon as it is on its way there. */
  unsaved: RunRecord[];
  /** When each job was last read; null before that. Unlike the job's own time it is not moved on by waking. */
  readAt: Record<Scope, number | null>;
};

export const newRecorder: Recorder = {
  open: [],
  unsaved: [],
  readAt: { portal: null, server: null },
};

/** As many as there can be doubts about how runs ended. */
const mostOpen = 40;

/** A run that was not there so long ago is seen to begin. */
const longestBlink = 2 * minute;

/** Records what a reading, or the portal's list, has shown of a job: `before` it, and what has come of it. */
export function recordJob(
  recorder: Recorder,
  scope: Scope,
  before: Job,
  step: JobStep,
  now: number,
): Recorder {
  const { job, ended } = step;
  const begun = job.run === null ? recorder : recordRun(recorder, scope, job, job.run, now);
  const recorded = endingsOf(before, job, ended).reduce(
    (kept, ending) => recordEnding(kept, scope, ending),
    begun,
  );
  return job.readAt === now ? { ...recorded, readAt: { ...recorded.readAt, [scope]: now } } : recorded;
}

/** Saved when it begins and when it reaches another stage, not at each reading. */
function recordRun(recorder: Recorder, scope: Scope, job: Job, run: Run, now: number): Recorder {
  // A run that is missed for the first time was not seen.
  if (run.missedAt !== null) return recorder;
  const name = jobId(run.task, job.serial);
  const known = recorder.open.find((record) => isRunOf(record, scope, name));
  const record = known ?? {
    ...newRunRecord(scope, run.task ?? `${name} ${run.firstSeenAt}`),
    start: { at: run.firstSeenAt, seen: run.firstSeenAt === now && wasJustRead(recorder.readAt[scope], now) },
  };
  const staged = record.stages[run.stage] === null;
  const seen = {
    ...record,
    stages: staged ? { ...record.stages, [run.stage]: now } : record.stages,
    trace: tracePoint(record.trace, { at: now, percent: run.percent }),
  };
  return {
    ...recorder,
    open: replace(recorder.open, known, seen),
    unsaved: staged ? [...recorder.unsaved, seen] : recorder.unsaved,
  };
}

function wasJustRead(readAt: number | null, now: number): boolean {
  return readAt !== null && now >= readAt && now - readAt <= longestBlink;
}

/** Endings that have become certain, and the one that is shown, if it says something else than before. */
function endingsOf(before: Job, { ending }: Job, ended: Ending[]): Ending[] {
  const isNew = ending !== null && (before.ending === null || differ(before.ending, ending));
  return isNew && !ended.includes(ending) ? [...ended, ending] : ended;
}

function differ(one: Ending, other: Ending): boolean {
  return one.job !== other.job || JSON.stringify(toEnd(one)) !== JSON.stringify(toEnd(other));
}

function recordEnding(recorder: Recorder, scope: Scope, ending: Ending): Recorder {
  const { open, unsaved } = recorder;
  const known = open.find((record) => isRunOf(record, scope, ending.job));
  const id = ending.task ?? `${ending.job} ${ending.endedAt}`;
  const record = { ...newRunRecord(scope, known?.id ?? id), end: toEnd(ending) };
  return {
    ...recorder,
    open: open.filter((other) => other !== known),
    unsaved: [...unsaved, known === undefined ? record : mergeRun(known, record)],
  };
}

function toEnd({ outcome, endedAt, timed, percent, error }: Ending): RunEnd {
  return { outcome, at: endedAt, timed, percent, reason: error };
}

function replace(open: RunRecord[], known: RunRecord | undefined, record: RunRecord): RunRecord[] {
  if (known === undefined) return [...open, record].slice(-mostOpen);
  return open.map((other) => (other === known ? record : other));
}
