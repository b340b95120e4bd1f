import { pauseAfter, shortestPause } from './pollInterval.ts';
import type { Job } from '../backup/job.ts';
import { wantsList } from '../history/listing.ts';
import { type DueQuestion, isDue, replied } from './poll.ts';
import type { Question } from '../docspace/question.ts';
import { isFollowingRestore, nextDiagnosis } from '../access/access.ts';
import { pacingCause } from '../access/shownCause.ts';
import { isUnproved } from '../portal.ts';
import type { Scope } from '../docspace/request.ts';
import { wantsArchives, wantsSchedule } from '../schedule/due.ts';
import { wantsFreeBackups } from '../control/freeBackups.ts';
import { wantsAge } from '../schedule/backupAge.ts';
import { wantsTimeZone } from '../schedule/schedule.ts';
import { dueOrder } from '../control/control.ts';
import { wantsHistory } from '../backup/settle.ts';
import { ageKnown, askedScopes, canBeAsked, type Environment, type Watch } from './watch.ts';

/** The question that is to be asked now; null before its time has come, and where nothing can be asked. */
export function dueQuestion(watch: Watch, { now, pausedOrAsleep, online }: Environment): DueQuestion | null {
  return pausedOrAsleep || !canBeAsked(watch, online) || !isDue(watch.poll, now)
    ? null
    : nextQuestion(watch, now);
}

/** How the jobs are, unless another question waits. What the user wants to know overtakes that, once. */
function nextQuestion(watch: Watch, now: number): DueQuestion {
  if (isUnproved(watch.portal)) return { question: { ask: 'settings' }, overtakes: false };
  const ordered = dueOrder(watch.control, now);
  if (ordered !== null) return { question: ordered, overtakes: false };
  const { turn, wanted, overtaken } = watch.poll;
  const waiting = waitingQuestion(watch, now);
  if (waiting !== null && (!wanted || overtaken)) return { question: waiting, overtakes: false };
  const progress: Question = { ask: 'progress', scope: turn === 0 ? 'portal' : 'server' };
  return { question: progress, overtakes: waiting !== null };
}

/** In their order: why the portal refused, what the history knows, what it lists for who looks at it, what is asked now and then. */
function waitingQuestion(watch: Watch, now: number): Question | null {
  const diagnosis = nextDiagnosis(watch.access);
  if (diagnosis !== null) return { ask: diagnosis };
  const doubtful = doubtfulScope(watch, now);
  if (doubtful !== null) return { ask: 'history', scope: doubtful };
  const listed = wantedList(watch, now);
  if (listed !== null) return { ask: 'history', scope: listed };
  return occasionalQuestion(watch, now);
}

/** What is asked now and then comes right after how the backups are, never in its place. */
function hasRoom(watch: Watch, now: number): boolean {
  const { access, poll, jobs } = watch;
  const justAnswered = access.answeredAt !== null && now - access.answeredAt < 2 * shortestPause;
  // What was answered before a pause or a sleep is no answer to what is so after it.
  const inPlace = poll.turn !== 0 || !poll.answered;
  if (inPlace || !justAnswered || access.trouble !== null) return false;
  return askedScopes(watch).every((scope) => jobs[scope].readAt !== null);
}

/** How long the key lives, when backups are due, and whether a late one has come. */
function occasionalQuestion(watch: Watch, now: number): Question | null {
  if (!hasRoom(watch, now)) return null;
  const { key, schedules, jobs } = watch;
  if (key.askAt <= now) return { ask: 'key' };
  const scopes = askedScopes(watch);
  // How a running backup goes on is followed closely: the next one can wait.
  if (scopes.some((scope) => jobs[scope].run !== null)) return null;
  const unread = scopes.find((scope) => wantsSchedule(schedules[scope], scope, jobs[scope], now));
  if (unread !== undefined) return { ask: 'schedule', scope: unread };
  if (wantsTimeZone(schedules.portal, now)) return { ask: 'timeZone' };
  const late = scopes.find((scope) => wantsArchives(schedules[scope], scope, jobs[scope], now));
  if (late !== undefined) return { ask: 'history', scope: late };
  if (wantsFreeBackups(watch.freeBackups, watch.portal, key, now)) return { ask: 'freeBackups' };
  return wantsAge(watch.age, ageKnown(watch), now) ? { ask: 'history', scope: 'portal' } : null;
}

function doubtfulScope(watch: Watch, now: number): Scope | null {
  if (watch.access.trouble !== null) return null;
  return askedScopes(watch).find((scope) => wantsHistory(watch.jobs[scope], now)) ?? null;
}

/** The scope whose list of archives is wanted by who looks at the portal's runs. */
export function wantedList(watch: Watch, now: number): Scope | null {
  if (watch.access.trouble !== null) return null;
  return askedScopes(watch).find((scope) => wantsList(watch.listing, scope, now)) ?? null;
}

/** Sets the time of the next question, after an answer. */
export function planNext(
  watch: Watch,
  turn: number,
  retryAt: number | null,
  environment: Environment,
): Watch {
  const running = askedScopes(watch).some((scope) => isInProgress(watch.jobs[scope]));
  const { trouble } = watch.access;
  const restoring = isFollowingRestore(watch.access);
  const diagnosing = nextDiagnosis(watch.access) !== null && !restoring;
  const turned = { ...watch, poll: { ...watch.poll, turn, answered: true } };
  const { now } = environment;
  const questions =
    diagnosing ||
    dueOrder(watch.control, now) !== null ||
    doubtfulScope(watch, now) !== null ||
    wantedList(watch, now) !== null ||
    occasionalQuestion(turned, now) !== null;
  const unfinished = turn !== 0 || watch.poll.wanted || questions;
  const paced = trouble === null ? null : { ...trouble, cause: pacingCause(trouble) };
  const { viewed, polling } = environment;
  const pace = { running, unfinished, restoring, viewed, polling, trouble: paced };
  const dueAt = now + pauseAfter(pace, environment.chance);
  return { ...watch, poll: replied(watch.poll, dueAt, turn, retryAt) };
}

/** A backup is going on, or another has just taken its place, which has to be confirmed. */
function isInProgress({ run, doubts }: Job): boolean {
  return run !== null || doubts.some(({ confirmed, tries }) => !confirmed && tries === 0);
}
