import { hasArchive, readJob } from '../../support/docspace/portal/job/reading.ts';
import { endsAt, type Job, settledAt } from '../../support/docspace/portal/job/timeline.ts';
import { day } from '../../../src/core/base/time.ts';
import { isAtLeast } from '../../support/docspace/portal/version.ts';
import type { Place } from '../world/fleet.ts';

/** The words for endings, as they are told. */
export type Outcome = 'finished' | 'gaps' | 'problem' | 'failed' | 'cancelled' | 'unknown';

/** What of one job could be learned from the answers that arrived whole. */
export type Sight = {
  job: Job;
  /** It was shown going on; it was shown as ended. Both as far as the application lived to save it. */
  ran: boolean;
  ended: boolean;
  /** It was shown, in whatever state, to an application that was killed over it: who knows what it has saved. */
  perhaps: boolean;
  /** A history that arrived after its end has listed it; or has not. */
  listed: boolean;
  unlisted: boolean;
  /** How often a history was asked for after its end, in vain. */
  refused: number;
  /** Its end was there to be told apart from the one before it: always, where the server names tasks. */
  distinct: boolean;
};

export function newSight(job: Job): Sight {
  return {
    job,
    ran: false,
    ended: false,
    perhaps: false,
    listed: false,
    unlisted: false,
    refused: 0,
    distinct: true,
  };
}

/** When a job was really over: at its own end, when another took its place, or when the server forgot it. */
export function overAt(job: Job, { jobs }: Place): number {
  const next = jobs[jobs.indexOf(job) + 1]?.startedAt ?? Infinity;
  const frozen = job.plan.ending.how === 'freezes';
  // A frozen job has no end of its own: it is over when its entry is taken away, a day after its last sign of life.
  return Math.min(next, frozen ? endsAt(job) + day : endsAt(job));
}

/** As what somebody who saw the end tells it. */
export function seenAs({ job, listed, unlisted, refused }: Sight, version: string): Outcome[] {
  const { ending } = job.plan;
  switch (ending.how) {
    case 'succeeds':
      return ending.warning !== undefined && isAtLeast(version, '3.6') ? ['gaps'] : ['finished'];
    case 'fails':
    case 'crashes':
      return ['failed'];
    case 'failsAfterwards':
      // Its archive is there all the same, which only the history shows.
      if (listed) return ['problem'];
      return unlisted || refused > 0 || !isAtLeast(version, '2.5') ? ['failed'] : [];
    case 'isCancelled':
      return ending.leaves === 'entry' ? ['cancelled'] : [];
    case 'freezes':
    case 'vanishes':
      return [];
    default:
      return ending satisfies never;
  }
}

/** As what somebody tells it who saw it going on, and then no more: the history alone knows better. */
export function missedAs(
  { job, listed, unlisted, refused }: Sight,
  { version }: Place,
  now: number,
): Outcome[] {
  if (listed) return ['finished'];
  const couldNotKnow = unlisted || refused > 0 || !isAtLeast(version, '2.5');
  return couldNotKnow || !hasArchive(job, now) ? ['unknown'] : [];
}

/** What one answer shows of a job. */
export type Shown = 'nothing' | 'running' | 'ended';

export function shownOf(job: Job | undefined, now: number): Shown {
  const reading = job && readJob(job, now);
  if (reading === undefined) return 'nothing';
  return reading.isCompleted || reading.error !== '' ? 'ended' : 'running';
}

/** It ends with an archive that can be downloaded by a link. */
export function hasLink({ plan: { storage, ending } }: Job): boolean {
  const linked = storage === 'DataStore' || storage === 'ThirdPartyConsumer';
  return linked && (ending.how === 'succeeds' || ending.how === 'failsAfterwards');
}

/** What an ending looks like on a server that names no task. */
export function markOf(job: Job): string {
  const { ending } = job.plan;
  const link = hasLink(job) ? settledAt(job) : '';
  return [ending.how === 'succeeds' ? 'good' : 'bad', 'error' in ending ? ending.error : '', link].join(' ');
}
