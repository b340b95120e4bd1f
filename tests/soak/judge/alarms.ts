import { day, hour, minute } from '../../../src/core/base/time.ts';
import type { Job } from '../../support/docspace/portal/job/timeline.ts';
import { isRestoring } from '../../support/docspace/portal/job/restore.ts';
import { readJob } from '../../support/docspace/portal/job/reading.ts';
import { isAtLeast } from '../../support/docspace/portal/version.ts';
import type { Delivery } from '../watcher/carrier.ts';
import type { Weather } from '../world/weather.ts';
import type { EndingJudge } from './endings.ts';
import type { DueJudge } from './dues.ts';
import { Lessons } from './lessons.ts';
import type { Scope } from '../../../src/core/docspace/request.ts';

/** The ways of not answering that look different to somebody who waits. */
export type FailureLook = 'certificate' | 'changed' | 'notThere' | 'forbidden' | 'unpaid' | 'other';
/** How a portal stopped answering. `alike`: how often in a row in this way. */
type Streak = {
  kind: FailureLook;
  alike: number;
  since: number;
  kindSince: number;
};
type Still = {
  task: string;
  status: number;
  progress: number;
  since: number;
  watchedSince: number;
  slowest: number;
};

// What the application promises to wait for before it speaks of it: README, "What it tells you".
const silence = 30 * minute;
const semblance = 10 * minute;
const rightless = new Set(['keyLimited', 'administratorNoMore', 'addressBlocked']);
/** A link is promised no longer than is certain: a day from when its backup was last seen to run, which may be so long before. */
const longestGap = 10 * minute;
/** Clocks that are set by less than this go unnoticed. */
const slack = minute;

function isOfCertificate(kind: FailureLook): boolean {
  return kind === 'certificate' || kind === 'changed';
}

/**
 * How long a backup may stand still: by what it shows, three times as long as it was seen to take to move on, and longer
 * than those before it stood there.
 */
function patience(still: Still, scope: Scope, longestBefore: number): number {
  return Math.max(leastPatience(still, scope), 3 * still.slowest, 2.5 * longestBefore);
}

function leastPatience({ status, progress }: Still, scope: Scope): number {
  if (status === 0) return 15 * minute;
  if (progress >= 90 || (scope === 'server' && progress === 0)) return 4 * hour;
  return 30 * minute;
}

/**
 * Judges the news about lost access and stalled backups of one portal. Each has to be borne out by the truth that the
 * last answer came from: a refused key is really dead, a right really missing, a portal really suspended; a silence, a
 * wrong certificate, a portal that answers "not there" or "forbidden" to everything has really lasted, in time that was watched; and
 * a backup called stuck has really not moved, for longer than those that were watched before it did.
 */
export class AlarmJudge {
  readonly #weather: Weather;
  readonly #dues: DueJudge;
  /** The time that this portal was watched in all. */
  readonly #watched: () => number;
  readonly #linkDies: (scope: string, job: string) => ReturnType<EndingJudge['linkDies']>;
  /** When the machine's clock was last seen to be wrong. */
  #wrongClockAt = -Infinity;
  #streak: Streak | null = null;
  /** The condition that the portal was in when it answered last. */
  #condition: Weather['condition'] = null;
  #told = new Map<string, 'open' | 'saved' | 'cutOff'>();
  readonly #still = new Map<Scope, Still>();
  readonly #lessons: Record<Scope, Lessons> = { portal: new Lessons(), server: new Lessons() };
  #changedAt = -Infinity;
  doubled = 0;
  doubledByKill = 0;

  constructor(
    weather: Weather,
    dues: DueJudge,
    watched: () => number,
    linkDies: (scope: string, job: string) => ReturnType<EndingJudge['linkDies']>,
  ) {
    this.#weather = weather;
    this.#dues = dues;
    this.#watched = watched;
    this.#linkDies = linkDies;
  }

  /** A good answer about a backup; `wall`: what the machine's clock says. */
  hears(scope: Scope, job: Job | undefined, now: number, wall: number): void {
    if (Math.abs(wall - now) > slack) this.#wrongClockAt = now;
    this.#streak = null;
    this.#condition = this.#weather.condition;
    // A certificate that goes back and forth is told of once, until it has been steady for a day.
    const unsteady = wall - this.#changedAt < day - slack;
    for (const id of this.#told.keys()) {
      if (id.startsWith('access') && !(unsteady && id === 'access certificateChanged')) this.#told.delete(id);
    }
    const reading = job && readJob(job, Math.floor(now));
    const { version } = this.#weather.portal.world.details;
    if (isAtLeast(version, '2.5')) this.#lessons[scope].hears(job, reading, now);
    if (job === undefined || reading === undefined) return void this.#still.delete(scope);
    const { progress } = reading;
    // Before 3.7.1 nobody can tell one that waits from one that runs.
    const status = isAtLeast(version, '3.7.1') ? reading.status : 1;
    const task = job.plan.taskId;
    const before = this.#still.get(scope);
    const same =
      before?.task === task && before.progress === progress && (before.status === 0) === (status === 0);
    if (same) return;
    const moved = before?.task === task && before.progress !== progress;
    const watchedSince = this.#watched();
    const slowest = moved ? Math.max(before.slowest, watchedSince - before.watchedSince - slack) : 0;
    this.#still.set(scope, { task, status, progress, since: now, watchedSince, slowest });
  }

  /** No usable answer about a backup. */
  fails(kind: FailureLook, wall: number): void {
    if (kind === 'changed') this.#changedAt = wall;
    this.#condition = this.#weather.condition;
    const since = this.#watched();
    const before = this.#streak;
    if (before === null) this.#streak = { kind, alike: 1, since, kindSince: since };
    else if (before.kind !== kind) {
      // A certificate that is not the trusted one and one that nobody could trust: either way it is not to be trusted.
      const kindSince = isOfCertificate(before.kind) && isOfCertificate(kind) ? before.kindSince : since;
      this.#streak = { ...before, kind, alike: 1, kindSince };
    } else this.#streak = { ...before, alike: before.alike + 1 };
  }

  /** Another key: everything begins anew. */
  renews(): void {
    this.#streak = null;
    this.#told.clear();
  }

  /** News that is no ending. Says what is wrong with it, or null. */
  tells(id: string, now: number): string | null {
    const before = this.#told.get(id);
    this.#told.set(id, 'open');
    // It was so when it was told first; killed before that was saved, the next start tells it again.
    if (before === 'cutOff') {
      this.doubledByKill += 1;
      return null;
    }
    if (before !== undefined) {
      this.doubled += 1;
      return `"${id}" was told twice`;
    }
    return this.#isBorneOut(id, now) ? null : `"${id}" was told, and is not so`;
  }

  settles(id: string): void {
    if (this.#told.get(id) === 'open') this.#told.set(id, 'saved');
  }

  /** What was going on is not watched without a pause any more. */
  isInterrupted(now: number): void {
    for (const lessons of Object.values(this.#lessons)) lessons.isInterrupted(now);
  }

  ends(now: number): void {
    for (const lessons of Object.values(this.#lessons)) lessons.ends(now);
    for (const [id, is] of this.#told) if (is === 'open') this.#told.set(id, 'cutOff');
  }

  #isBorneOut(id: string, now: number): boolean {
    const words = id.split(' ');
    if (words[0] === 'key') return Number(words[1]) - now <= Number(words[2]) * day;
    if (words[0] === 'outdated') return this.#dues.age.isBorneOut(now);
    if (words[0] === 'restored') return this.#hasBeenRestored(now);
    if (words[1] === 'overdue' || words[1] === 'scheduleGone') return this.#dues.isBorneOut(id, now);
    if (words.at(-3) === 'stuck') return this.#isStuck(words[0] === 'server' ? 'server' : 'portal', now);
    if (words.at(-1) === 'linkEnds')
      return this.#isLinkDying(words[0] ?? '', words.slice(1, -1).join(' '), now);
    const lasted = (kind: FailureLook): number =>
      this.#streak?.kind === kind ? this.#watched() - this.#streak.kindSince + slack : 0;
    switch (words[1]) {
      case 'keyRefused':
        return this.#condition === 'keyOff' || this.#condition === 'restored';
      case 'noRight':
        return rightless.has(this.#condition ?? '') || lasted('forbidden') >= semblance;
      case 'suspended':
        // A server that knows no portal for so long is not being restarted: nobody can tell it from a suspended one.
        return this.#condition === 'suspended' || lasted('notThere') >= semblance;
      case 'certificateChanged':
        return this.#streak?.kind === 'changed' && this.#streak.alike >= 2;
      case 'certificate':
      case 'unpaid':
        return lasted(words[1]) >= semblance;
      case 'silent':
        return this.#streak !== null && this.#watched() - this.#streak.since + slack >= silence;
      default:
        return false;
    }
  }

  /** Where nobody could know it better, or the clock was wrong since, it may be. */
  #isLinkDying(scope: string, job: string, now: number): boolean {
    const dies = this.#linkDies(scope, job);
    if (dies === null) return false;
    const left = dies.at - now;
    return (
      !dies.sure ||
      this.#wrongClockAt > dies.at - day - slack ||
      (left > -slack && left <= 3 * hour + longestGap + slack)
    );
  }

  #hasBeenRestored(now: number): boolean {
    const { restore } = this.#weather.portal.world;
    return restore !== undefined && !isRestoring(restore, now);
  }

  #isStuck(scope: Scope, now: number): boolean {
    const still = this.#still.get(scope);
    return (
      still !== undefined &&
      now - still.since + slack >=
        patience(still, scope, this.#lessons[scope].longest(still.progress, still.status === 0))
    );
  }
}

const statusKinds = new Map([
  [404, 'notThere' as const],
  [403, 'forbidden' as const],
  [402, 'unpaid' as const],
]);

/** How an answer that is none looks to somebody who waits. */
export function kindOf(came: Delivery['came']): FailureLook {
  // A page with a 404 is a gateway's.
  const page = came.ok && came.value.contentType.startsWith('text/');
  if (came.ok)
    return (page && came.value.status === 404 ? null : statusKinds.get(came.value.status)) ?? 'other';
  if (came.reason.kind !== 'certificate') return 'other';
  return came.reason.problem === 'changed' ? 'changed' : 'certificate';
}
