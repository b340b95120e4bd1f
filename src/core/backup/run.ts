import type { JobReading } from '../docspace/progress.ts';
import { plateau } from './outcome.ts';
import { second, minute, hour } from '../base/time.ts';

/** Where a running backup stands. Waiting: no worker has taken it yet. Uploading: the 90 % plateau. */
export type RunStage = 'waiting' | 'running' | 'uploading';

/** A backup that is going on. Times are epoch milliseconds. */
export type Run = {
  task: string | null;
  /** Its server can stop it: since DocSpace 3.7.1, as the status of a job is told. */
  stoppable: boolean;
  stage: RunStage;
  /** 0 to 90; it never goes back within a run. */
  percent: number;
  firstSeenAt: number;
  /** Since when it has been read without a pause: what came before that was not seen to come. */
  watchedSince: number;
  stageSince: number;
  /** When stage or percent last changed: from when it stands still. */
  changedAt: number;
  /** Since when the portal does not report it any more; a second poll without it makes it a vanished one. */
  missedAt: number | null;
  /** The longest that one of its steps has taken, in milliseconds. */
  slowestStep: number;
  /** Steps of the percentage since a worker took it, oldest first, to see its pace by. */
  steps: ProgressPoint[];
};

export type ProgressPoint = { at: number; percent: number };

const mostSteps = 40;

/** The first sight of a run. */
export function beginRun(job: JobReading, stage: RunStage, now: number): Run {
  const percent = Math.min(plateau, job.percent);
  return {
    task: job.task,
    stoppable: job.status !== null,
    stage,
    percent,
    firstSeenAt: now,
    watchedSince: now,
    stageSince: now,
    changedAt: now,
    missedAt: null,
    slowestStep: 0,
    steps: [{ at: now, percent }],
  };
}

/** The run after another reading of it. */
export function continueRun(run: Run, job: JobReading, stage: RunStage, now: number): Run {
  const percent = Math.max(run.percent, Math.min(plateau, job.percent));
  // A server behind a cache may answer with an older reading; a run that reached the upload stays there.
  const next: RunStage = rank[stage] > rank[run.stage] ? stage : run.stage;
  const moved = percent !== run.percent;
  const staged = next !== run.stage;
  // The first reading after a restart shows where it stands, not how it came there.
  const watchedSince = run.steps.length === 0 ? now : run.watchedSince;
  const there = { ...run, stoppable: job.status !== null, missedAt: null, watchedSince };
  if (!moved && !staged) return there;
  return {
    ...there,
    stage: next,
    percent,
    stageSince: staged ? now : run.stageSince,
    changedAt: now,
    slowestStep: moved ? Math.max(run.slowestStep, now - run.changedAt) : run.slowestStep,
    steps: stepsAfter(run, { at: now, percent }),
  };
}

/** Its pace begins when a worker takes it. */
function stepsAfter({ stage, steps, percent }: Run, step: ProgressPoint): ProgressPoint[] {
  if (stage === 'waiting') return [step];
  return step.percent === percent ? steps : [...steps, step].slice(-mostSteps);
}

const rank: Record<RunStage, number> = { waiting: 0, running: 1, uploading: 2 };

/**
 * Whether a reading of a running job belongs to this run. Servers before DocSpace 2.5 name no task: there a percentage that falls
 * tells that another run has begun.
 */
export function isSameRun(run: Run, job: JobReading): boolean {
  return run.task === null && job.task === null ? job.percent >= run.percent : run.task === job.task;
}

/** A run may stand still for so many times its slowest step. */
const slack = 3;

/**
 * How long a run may stand still before it is called stuck: longer than its pace so far explains. Large files and tables hold the figure for minutes, an
 * upload for an hour and more; a job that no worker takes up is wrong sooner. A dump of the whole server stands at
 * 0 % until its database is written.
 */
export function longestStandstill(
  { stage, percent, slowestStep }: Pick<Run, 'stage' | 'percent' | 'slowestStep'>,
  wholeServer: boolean,
): number {
  return Math.max(leastStandstill(stage, percent, wholeServer), slack * slowestStep);
}

function leastStandstill(stage: RunStage, percent: number, wholeServer: boolean): number {
  if (stage === 'waiting') return 15 * minute;
  if (stage === 'uploading') return 4 * hour;
  return wholeServer && percent === 0 ? 4 * hour : 30 * minute;
}

const leastSpan = 10 * second;
const leastPercent = 3;
const longestEstimate = 48 * hour;

/**
 * How long a run still takes, in milliseconds, or null when nothing honest can be said: before it has moved by 3
 * points over 10 s, while it waits, on the plateau (nobody knows how long an upload takes), and when it has stood
 * still for longer than the line allows. A straight line through the steps seen lately, drawn on to 100 %.
 */
export function straightLine(run: Run, now: number): number | null {
  if (run.stage !== 'running' || run.percent >= plateau) return null;
  const first = run.steps[0];
  const last = run.steps.at(-1);
  if (first === undefined || last === undefined) return null;
  const span = last.at - first.at;
  const gained = last.percent - first.percent;
  if (span < leastSpan || gained < leastPercent) return null;
  const perPoint = span / gained;
  const left = (100 - last.percent) * perPoint - (now - last.at);
  // Standing still for three times as long as a point has taken means that the line no longer holds.
  if (now - last.at > Math.max(leastSpan, 3 * perPoint) || left <= 0) return null;
  return left > longestEstimate ? null : left;
}

/**
 * After a time without polls, or a jump of the clock: how long the run was seen to stand still counts on, what nobody
 * saw does not; the estimate begins anew.
 */
export function rebaseRun(run: Run, readAt: number | null, now: number): Run {
  const shifted = (since: number): number => now - (readAt === null ? 0 : Math.max(0, readAt - since));
  return {
    ...run,
    watchedSince: now,
    changedAt: shifted(run.changedAt),
    stageSince: shifted(run.stageSince),
    missedAt: run.missedAt === null ? null : now,
    steps: [{ at: now, percent: run.percent }],
  };
}
