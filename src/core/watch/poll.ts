import { freshFor, shortestPause } from './pollInterval.ts';
import type { Question } from '../docspace/question.ts';

/** When a portal is looked at: one question in flight, the next one set after its answer. Epoch milliseconds. */
export type Look = {
  asking: Question | null;
  /** The number of the last question: a reply to an earlier one comes too late. */
  ticket: number;
  /** Infinity: not before somebody does something. */
  dueAt: number;
  /** What the portal asked for itself (`Retry-After`): nothing is asked before, whoever wants it. */
  notBefore: number;
  askedAt: number;
  /** Which of the portal's scopes is asked next. */
  turn: number;
  /** There was an answer, good or bad, since the start or since waking. */
  answered: boolean;
  /** Somebody asked to check now: how the backup is comes before every other question. */
  wanted: boolean;
};

/** A look that is due after a pause. */
export function firstLook(now: number, pause: number): Look {
  return {
    asking: null,
    ticket: 0,
    dueAt: now + pause,
    notBefore: 0,
    askedAt: 0,
    turn: 0,
    answered: false,
    wanted: false,
  };
}

/** When the next question may be asked; Infinity while one is in flight or nothing is to be asked. */
export function nextLookAt(look: Look): number {
  return look.asking === null ? Math.max(look.dueAt, look.notBefore) : Infinity;
}

export function isDue(look: Look, now: number): boolean {
  return nextLookAt(look) <= now;
}

/** Whether the reply to this question is still waited for. */
export function isAwaited({ asking, ticket }: Look, replied: number): boolean {
  return asking !== null && ticket === replied;
}

export function asked(look: Look, question: Question, now: number): Look {
  const wanted = look.wanted && question.ask !== 'progress';
  return { ...look, asking: question, ticket: look.ticket + 1, askedAt: now, wanted };
}

/** After an answer; `retryAt` is when the portal wants to be asked again, if it said so. */
export function replied(look: Look, dueAt: number, turn: number, retryAt: number | null): Look {
  return { ...look, asking: null, dueAt, turn, notBefore: retryAt ?? 0, answered: true };
}

/** "Check now": at once whatever the back-off, but never twice within 2 s and never before the portal allows it. */
export function hasten(look: Look, now: number): Look {
  // A look that is under way is the answer.
  if (look.asking?.ask === 'progress') return look;
  return {
    ...look,
    dueAt: Math.min(look.dueAt, notWithin(shortestPause, look, now)),
    turn: 0,
    wanted: true,
  };
}

/** Somebody has begun to look: what they see is not to be older than what they would wait for. */
export function freshen(look: Look, now: number): Look {
  return { ...look, dueAt: Math.min(look.dueAt, notWithin(freshFor, look, now)) };
}

/** The first moment that far from the last question, which a clock set back has put into the future. */
function notWithin(pause: number, { askedAt }: Look, now: number): number {
  return Math.max(now, Math.min(now, askedAt) + pause);
}

/** After sleep, being offline, a pause or a jump of the clock: one look soon, whatever was planned on the old clock. */
export function rouse(look: Look, now: number, pause: number): Look {
  // On a clock that was set back the wait would last longer than the portal asked for.
  const turnedBack = Math.max(0, look.askedAt - now);
  return {
    ...look,
    asking: null,
    ticket: look.ticket + 1,
    dueAt: now + pause,
    notBefore: look.notBefore - turnedBack,
    askedAt: look.askedAt - turnedBack,
    answered: false,
  };
}

/** With another key everything begins anew. */
export function afresh(look: Look, now: number): Look {
  const dueAt = notWithin(shortestPause, look, now);
  return { ...firstLook(now, 0), dueAt, ticket: look.ticket + 1 };
}
