import type { Failure } from '../net/failure.ts';
import type { Result } from '../base/result.ts';
import { day, hour, latest, minute } from '../base/time.ts';
import type { Scope } from '../docspace/request.ts';
import type { BackupTarget } from '../docspace/startBackup.ts';
import type { BackupSchedule, ScheduleReading } from '../docspace/schedule.ts';
import { mostDaysAhead, nextDue } from './nextDue.ts';

/**
 * The backups that one scope of a portal has to make by itself, and whether they came. "Due" times are by the portal's
 * clock, all others by this machine's; epoch milliseconds.
 */
export type Schedule = {
  /** What the portal said last; null: it has none, or nobody knows yet. */
  plan: BackupSchedule | null;
  /** Where its archives go, unless that is the temporary storage; null as well while that is not known. Never saved. */
  target: BackupTarget | null;
  /** The time zone in which it counts; null while that is not known. */
  zone: string | null;
  /** By how much the portal's clock is ahead of this machine's. */
  ahead: number;
  /** The next due time, or the last one whose backup has not been seen; null where there is none or it is not known. */
  dueAt: number | null;
  /** The first due time in a row whose backup did not come; null: none is missing. */
  missedDue: number | null;
  /** The last answer named no schedule where there was one: asked once more before that is believed. */
  unnamed: boolean;
  /** Since when there is no schedule any more; null while there is one, and where there never was. */
  goneAt: number | null;
  askAt: number;
  askZoneAt: number;
  /** Whether a late backup has come is not asked before: an answer was refused. */
  checkAt: number;
  /** When it was last read; null: not since the start, or since waking. */
  readAt: number | null;
};

/** Where nothing has been asked. A dump of the whole server belongs to no portal, and so to no portal's time zone. */
export function newSchedule(scope: Scope): Schedule {
  return {
    plan: null,
    target: null,
    zone: scope === 'server' ? 'UTC' : null,
    ahead: 0,
    dueAt: null,
    missedDue: null,
    unnamed: false,
    goneAt: null,
    askAt: 0,
    askZoneAt: 0,
    checkAt: 0,
    readAt: null,
  };
}

/** A schedule that nobody changes is asked for this often. */
const askEach = 6 * hour;
const askZoneEach = day;

/** Takes in what the portal says of its schedule. */
export function learnSchedule(
  schedule: Schedule,
  got: Result<ScheduleReading, Failure>,
  now: number,
): Schedule {
  if (!got.ok) {
    const askAt = now + pauseAfterRefusal(got.reason);
    return { ...schedule, askAt, checkAt: askAt };
  }
  const { ahead, schedule: plan, target } = got.value;
  const read = { ...schedule, ahead, readAt: now, askAt: now + askEach, unnamed: false };
  if (plan !== null) return planDue({ ...read, plan, target, goneAt: null }, schedule, now);
  if (schedule.plan === null) return read;
  if (!schedule.unnamed) return { ...read, unnamed: true, askAt: now + minute };
  return { ...read, plan: null, target: null, dueAt: null, missedDue: null, goneAt: now };
}

/** The time zone is asked where an hour is to be understood. */
export function wantsTimeZone({ plan, askZoneAt }: Schedule, now: number): boolean {
  return plan !== null && askZoneAt <= now;
}

/** Takes in the portal's time zone; null: it named none that is known here. */
export function learnZone(schedule: Schedule, got: Result<string | null, Failure>, now: number): Schedule {
  if (!got.ok) return { ...schedule, askZoneAt: now + pauseAfterRefusal(got.reason) };
  // A portal that fails to know the key for a moment answers as it answers anybody.
  const askZoneAt = now + (got.value === null ? hour : askZoneEach);
  return planDue({ ...schedule, zone: got.value ?? schedule.zone, askZoneAt }, schedule, now);
}

/** What was due before a schedule was known, or before it was changed, nobody can judge. */
function planDue(schedule: Schedule, before: Schedule, now: number): Schedule {
  const next = dueAfter(schedule, now + schedule.ahead);
  const same = schedule.zone === before.zone && isSamePlan(schedule.plan, before.plan);
  if (!same || before.dueAt === null || next === null) return { ...schedule, dueAt: next };
  // A clock that ran ahead has left due times out.
  return { ...schedule, dueAt: Math.min(before.dueAt, next) };
}

function isSamePlan(one: BackupSchedule | null, other: BackupSchedule | null): boolean {
  return one?.period === other?.period && one?.hour === other?.hour && one?.day === other?.day;
}

/** The first due time after this one; null where there is none, or it is not known. */
export function dueAfter({ plan, zone }: Schedule, after: number): number | null {
  if (plan === null || zone === null || after > latest - mostDaysAhead * day) return null;
  const at = nextDue(plan, zone, after);
  return at === Infinity ? null : at;
}

/** A refusal is not taken back soon. */
export function pauseAfterRefusal({ kind }: Failure): number {
  return kind === 'forbidden' || kind === 'notThere' || kind === 'unpaid' ? day : hour;
}

/** After a time without checks, or a jump of the clock: all of it is asked anew before anything is judged. */
export function rebaseSchedule(schedule: Schedule, now: number): Schedule {
  const askZoneAt = Math.min(schedule.askZoneAt, now + askZoneEach);
  return { ...schedule, askAt: now, askZoneAt, checkAt: now, readAt: null };
}
