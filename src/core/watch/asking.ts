import { pauseAfter } from '../cadence.ts';
import type { Failure } from '../failure.ts';
import type { Job } from '../job.ts';
import { asked, isDue, replied } from './look.ts';
import { needsNetwork } from '../portal.ts';
import type { Question } from '../question.ts';
import { nextFinding } from '../reach.ts';
import type { Scope } from '../scope.ts';
import { wantsHistory } from '../job/settle.ts';
import { askedScopes, type Surroundings, type Watch, type WatchStep } from '../watch.ts';

/** Asks the next question when its time has come. */
export function askIfDue(watch: Watch, around: Surroundings): WatchStep {
  if (!mayAsk(watch, around) || !isDue(watch.look, around.now)) return { watch, ask: null };
  const question = nextQuestion(watch, around.now);
  const look = asked(watch.look, question, around.now);
  return { watch: { ...watch, look }, ask: { question, ticket: look.ticket } };
}

function mayAsk({ portal, credential }: Watch, { quiet, online }: Surroundings): boolean {
  return !quiet && credential === 'ready' && (online || !needsNetwork(portal));
}

/** The order of questions: what the user wants to know, why it was refused, what the history knows, how the jobs are. */
function nextQuestion(watch: Watch, now: number): Question {
  const progress: Question = { ask: 'progress', scope: watch.look.turn === 0 ? 'portal' : 'server' };
  if (watch.look.wanted) return progress;
  const finding = nextFinding(watch.reach);
  if (finding !== null) return { ask: finding };
  const doubtful = doubtfulScope(watch, now);
  return doubtful === null ? progress : { ask: 'history', scope: doubtful };
}

function doubtfulScope(watch: Watch, now: number): Scope | null {
  if (watch.reach.trouble !== null) return null;
  return askedScopes(watch).find((scope) => wantsHistory(watch.jobs[scope], now)) ?? null;
}

/** Sets the time of the next question, after an answer. */
export function planNext(watch: Watch, turn: number, retryAt: number | null, around: Surroundings): Watch {
  const running = askedScopes(watch).some((scope) => isRestless(watch.jobs[scope]));
  const questions = nextFinding(watch.reach) !== null || doubtfulScope(watch, around.now) !== null;
  const unfinished = turn !== 0 || watch.look.wanted || questions;
  const { trouble } = watch.reach;
  const pause = pauseAfter({ running, unfinished, watched: around.watched, trouble }, around.chance);
  // A refused key stays refused: every further look would only be another refusal.
  const dueAt = trouble?.failure.kind === 'keyRefused' ? Infinity : around.now + pause;
  return { ...watch, look: replied(watch.look, dueAt, turn, retryAt) };
}

/** A backup is going on, or another has just taken its place, which has to be confirmed. */
function isRestless({ run, doubts }: Job): boolean {
  return run !== null || doubts.some(({ confirmed, tries }) => !confirmed && tries === 0);
}

/** When the portal wants to be asked again, if it said so. */
export function retryOf(failure: Failure): number | null {
  return 'retryAt' in failure ? failure.retryAt : null;
}
