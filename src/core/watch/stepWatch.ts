import {
  type Announcement,
  announceAccess,
  announceKeyEnds,
  announceOutdated,
  announceOverdue,
  announceScheduleGone,
  announceStuck,
  keyPrefix,
} from '../news/announcement.ts';
import { pauseAfterWaking } from './pollInterval.ts';
import { jobId, rebaseJob } from '../backup/job.ts';
import { lookAtRuns, rebaseListing } from '../history/listing.ts';
import { dueWarning, newKeyLife, rebaseKey } from '../access/keyLife.ts';
import { enter, forget, type Ledger, withdraw, withdrawAccess } from '../news/ledger.ts';
import { loseAnswer, type Wish, wishFor } from '../control/control.ts';
import { pollNow, restart, pollIfStale, pollSoon, isAwaited, resume, waitUntil } from './poll.ts';
import { isOutage } from '../access/cause.ts';
import { pacingCause, toldCause } from '../access/shownCause.ts';
import type { Portal } from '../portal.ts';
import { newAccess, rebaseAccess } from '../access/access.ts';
import { noteLinks } from './noteLinks.ts';
import { noteHindered, takeSaveEnd } from './saves.ts';
import { resumeSaving, stopSave, wantSave } from '../saving/saving.ts';
import { retryOf } from '../net/failure.ts';
import { wantedList } from './nextQuestion.ts';
import { takeReply } from './replies.ts';
import { isStuck, standstillOf } from '../foresight/standstill.ts';
import type { Scope } from '../docspace/request.ts';
import { noServerTrouble } from './serverTrouble.ts';
import { upgrade, upgradeOf } from './upgrade.ts';
import { newestFinishedAt, noteAge, rebaseAge } from '../schedule/backupAge.ts';
import { noteBackups } from '../schedule/due.ts';
import { rebaseSchedule } from '../schedule/schedule.ts';
import { ageKnown, askedScopes, type Environment, type Watch, type WatchEvent } from './watch.ts';
import { assertNever } from '../base/result.ts';

/** Takes an event through the slices, and enters what has become news. */
export function stepWatch(watch: Watch, event: WatchEvent, environment: Environment): Watch {
  const { now } = environment;
  const notes = [noteTrouble, noteSchedules, noteOutdated, noteLinks, noteKey, noteHindered];
  return notes.reduce((noted, note) => note(noted, now), applyEvent(watch, event, environment));
}

function applyEvent(watch: Watch, event: WatchEvent, environment: Environment): Watch {
  switch (event.type) {
    case 'replied':
      return hear(watch, event, environment);
    case 'viewed':
      return waitsForServer(watch) ? watch : { ...watch, poll: pollIfStale(watch.poll, environment.now) };
    case 'resumed':
      return resumeWatch(watch, environment);
    case 'historyOpened':
      return openRuns(watch, environment.now);
    case 'historyClosed':
      return { ...watch, listing: lookAtRuns(watch.listing, null) };
    case 'wished':
      return wish(watch, event.wish, environment.now);
    case 'saveWanted':
      return { ...watch, saving: wantSave(watch.saving, event.wanted) };
    case 'saveStopped':
      return { ...watch, saving: stopSave(watch.saving, event.backup, environment.now) };
    case 'saveEnded':
      return takeSaveEnd(watch, event.backup, event.result, environment.now);
    case 'keyStatus':
      return { ...watch, keyStatus: event.keyStatus };
    case 'upgraded':
      return upgrade(watch, event.origin, environment.now);
    case 'newKey':
      return {
        ...startOver(watch, event.certificate, environment),
        keyStatus: 'ready',
        key: newKeyLife,
        ledger: forget(watch.ledger, keyPrefix),
        serverTrouble: noServerTrouble,
      };
    case 'trusted':
      return startOver(watch, event.certificate, environment);
    default:
      return assertNever(event);
  }
}

function hear(
  watch: Watch,
  event: Extract<WatchEvent, { type: 'replied' }>,
  environment: Environment,
): Watch {
  const origin = upgradeOf(watch.portal, event.reply);
  if (origin !== null) return upgrade(watch, origin, environment.now);
  if (isAwaited(watch.poll, event.ticket)) return takeReply(watch, event.reply, environment);
  // What a sleep, another key or another network has overtaken says nothing else any more.
  const { got } = event.reply;
  const retryAt = got.ok ? null : retryOf(got.reason);
  return retryAt === null ? watch : { ...watch, poll: waitUntil(watch.poll, retryAt) };
}

/** A server that does not answer is given its time; whether what a person mends is mended is seen at once. */
function waitsForServer({ access: { trouble } }: Watch): boolean {
  return trouble !== null && isOutage(pacingCause(trouble));
}

/** Its lists are asked for soon, where they are wanted and the portal answers. */
function openRuns(watch: Watch, now: number): Watch {
  const opened = { ...watch, listing: lookAtRuns(watch.listing, now) };
  return wantedList(opened, now) === null ? opened : { ...opened, poll: pollSoon(watch.poll, now) };
}

/** How the backup is comes first, whatever else waits. */
function wish(watch: Watch, wanted: Wish, now: number): Watch {
  // What a key may not do is not offered either.
  if (!watch.key.writes) return watch;
  return { ...watch, control: wishFor(watch.control, wanted, now), poll: pollNow(watch.poll, now) };
}

/** With another key or another certificate, what was in the way may be over. */
function startOver(watch: Watch, certificate: string | undefined, { now }: Environment): Watch {
  return {
    ...watch,
    portal: trusting(watch.portal, certificate),
    access: newAccess,
    control: loseAnswer(watch.control, now),
    schedules: rebaseSchedules(watch, now),
    poll: restart(watch.poll, now),
  };
}

function trusting(portal: Portal, certificate: string | undefined): Portal {
  if (certificate === portal.certificate) return portal;
  const { certificate: _before, ...rest } = portal;
  return certificate === undefined ? rest : { ...rest, certificate };
}

function resumeWatch(watch: Watch, { now, chance }: Environment): Watch {
  const { jobs, poll } = watch;
  return {
    ...watch,
    jobs: { portal: rebaseJob(jobs.portal, now), server: rebaseJob(jobs.server, now) },
    access: rebaseAccess(watch.access, now),
    key: rebaseKey(watch.key, now),
    schedules: rebaseSchedules(watch, now),
    age: rebaseAge(watch.age, now),
    freeBackups: { ...watch.freeBackups, askAt: 0 },
    poll: resume(poll, now, pauseAfterWaking(chance)),
    serverTrouble: { ...watch.serverTrouble, lastAt: 0 },
    listing: rebaseListing(watch.listing, now),
    control: loseAnswer(watch.control, now),
    saving: resumeSaving(watch.saving),
  };
}

function rebaseSchedules({ schedules }: Watch, now: number): Watch['schedules'] {
  return { portal: rebaseSchedule(schedules.portal, now), server: rebaseSchedule(schedules.server, now) };
}

/** What lasts becomes news. */
function noteTrouble(watch: Watch, now: number): Watch {
  const cause = toldCause(watch.access, watch.key);
  const ledger = cause === null ? watch.ledger : noteAccess(watch.ledger, announceAccess(cause, now));
  return {
    ...watch,
    ledger: askedScopes(watch).reduce((entered, scope) => noteStuck(entered, watch, scope, now), ledger),
  };
}

/** One trouble at a time: another one that nobody was told of yet is over. */
function noteAccess(ledger: Ledger, news: Announcement): Ledger {
  return enter(withdrawAccess(ledger, news.id), news);
}

function noteStuck(ledger: Ledger, { jobs, pasts }: Watch, scope: Scope, now: number): Ledger {
  const { run, serial, readAt } = jobs[scope];
  const past = pasts[scope];
  // What was to be told before a restart is judged by what is read after it.
  if (readAt === null) return ledger;
  const here =
    run === null ? null : announceStuck(scope, jobId(run.task, serial), standstillOf(run, past), now);
  // A backup that moved on before anybody was told is not told of as one that stands still.
  const isOver = ({ id, news }: Announcement): boolean =>
    news.of === 'stuck' && news.scope === scope && id !== here?.id;
  const still = withdraw(ledger, isOver);
  if (run === null || here === null) return still;
  return isStuck(run, scope === 'server', past, readAt) ? enter(still, here) : still;
}

/** A due backup that did not come, and a schedule that is gone, are news until they are over. */
function noteSchedules(watch: Watch, now: number): Watch {
  return askedScopes(watch).reduce((noted, scope) => {
    const job = noted.jobs[scope];
    const schedule = noteBackups(noted.schedules[scope], scope, job);
    const { missedDue, goneAt } = schedule;
    const news = [
      ...(missedDue === null ? [] : [announceOverdue(scope, missedDue, job.lastFinished?.at ?? null, now)]),
      ...(goneAt === null ? [] : [announceScheduleGone(scope, goneAt, now)]),
    ];
    const ledger = news.reduce(
      enter,
      withdraw(noted.ledger, (told) => isOverDue(told, scope, news)),
    );
    const same = schedule === noted.schedules[scope] && ledger === noted.ledger;
    return same ? noted : { ...noted, ledger, schedules: { ...noted.schedules, [scope]: schedule } };
  }, watch);
}

/** News of this scope's schedule that nobody was told of yet, and that is not so any more. */
function isOverDue({ id, news }: Announcement, scope: Scope, current: readonly Announcement[]): boolean {
  const ofSchedule = news.of === 'overdue' || news.of === 'scheduleGone';
  return ofSchedule && news.scope === scope && !current.some((one) => one.id === id);
}

/** A last finished backup that is older than its user wants is news until one finishes. */
function noteOutdated(watch: Watch, now: number): Watch {
  const age = noteAge(watch.age, ageKnown(watch), now);
  const { oldSince } = age;
  const news =
    oldSince === null ? null : announceOutdated(oldSince, newestFinishedAt(age, watch.jobs.portal), now);
  const ledger = withdraw(watch.ledger, (told) => told.news.of === 'outdated' && told.id !== news?.id);
  const entered = news === null ? ledger : enter(ledger, news);
  return age === watch.age && entered === watch.ledger ? watch : { ...watch, age, ledger: entered };
}

/** The end of the key comes near: told some days before, and the newest of that only. */
function noteKey(watch: Watch, now: number): Watch {
  const { key } = watch;
  // Nobody is told that a key is going to end which has ended.
  const ledger = withdraw(watch.ledger, ({ news }) => news.of === 'keyEnds' && news.endsAt <= now);
  const days = dueWarning(key, now);
  if (days === null || key.endsAt === null) return { ...watch, ledger };
  const warned = enter(forget(ledger, keyPrefix), announceKeyEnds(key.endsAt, days, now));
  return { ...watch, key: { ...key, told: days }, ledger: warned };
}
