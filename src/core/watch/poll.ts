import { freshFor, shortestPause } from './pollInterval.ts';
import type { Question } from '../docspace/question.ts';

/** When a portal is asked: one question in flight, the next one set after its answer. Epoch milliseconds. */
export type Poll = {
  asking: Question | null;
  /** The number of the last question: a reply to an earlier one comes too late. */
  ticket: number;
  dueAt: number;
  /** What the portal asked for itself (`Retry-After`): nothing is asked before, whoever wants it. */
  notBefore: number;
  askedAt: number;
  /** Which of the portal's scopes is asked next. */
  turn: number;
  /** There was an answer, good or bad, since the start or since waking. */
  answered: boolean;
  /** Somebody asked to check now: how the backup is comes before the other questions. */
  wanted: boolean;
  /** It has come before others that wait: these are asked next, however often somebody asks to check now. */
  overtaken: boolean;
};

/** What is asked next; `overtakes`: another question waits, and comes after it. */
export type DueQuestion = { question: Question; overtakes: boolean };

/** A poll that is due after a pause. */
export function firstPoll(now: number, pause: number): Poll {
  return {
    asking: null,
    ticket: 0,
    dueAt: now + pause,
    notBefore: 0,
    askedAt: 0,
    turn: 0,
    answered: false,
    wanted: false,
    overtaken: false,
  };
}

/** When the next question may be asked; Infinity while one is in flight or nothing is to be asked. */
export function nextPollAt(poll: Poll): number {
  return poll.asking === null ? Math.max(poll.dueAt, poll.notBefore) : Infinity;
}

/** Whether the next question may be asked now. */
export function isDue(poll: Poll, now: number): boolean {
  return nextPollAt(poll) <= now;
}

/** Whether the reply to this question is still waited for. */
export function isAwaited({ asking, ticket }: Poll, replied: number): boolean {
  return asking !== null && ticket === replied;
}

/** The poll once its question is on the way, under a ticket of its own. */
export function asked(poll: Poll, { question, overtakes }: DueQuestion, now: number): Poll {
  const waited = question.ask !== 'progress';
  const wanted = poll.wanted && waited;
  const overtaken = overtakes || (poll.overtaken && waited);
  return { ...poll, asking: question, ticket: poll.ticket + 1, askedAt: now, wanted, overtaken };
}

/** After an answer; `retryAt` is when the portal wants to be asked again, if it said so. */
export function replied(poll: Poll, dueAt: number, turn: number, retryAt: number | null): Poll {
  return { ...poll, asking: null, dueAt, turn, notBefore: retryAt ?? 0, answered: true };
}

/** The portal wants to be left alone until then, by an answer that comes too late to say anything else. */
export function waitUntil(poll: Poll, until: number): Poll {
  return { ...poll, notBefore: Math.max(poll.notBefore, until) };
}

/** "Check now": at once whatever the back-off, but never twice within 2 s and never before the portal allows it. */
export function pollNow(poll: Poll, now: number): Poll {
  // A poll that is under way is the answer.
  if (poll.asking?.ask === 'progress') return poll;
  return { ...pollSoon(poll, now), wanted: true };
}

/** Something is to be asked as soon as it may be. */
export function pollSoon(poll: Poll, now: number): Poll {
  return { ...poll, dueAt: Math.min(poll.dueAt, notWithin(shortestPause, poll, now)) };
}

/** Somebody has opened the window: what they see is not to be older than what they would wait for. */
export function pollIfStale(poll: Poll, now: number): Poll {
  return { ...poll, dueAt: Math.min(poll.dueAt, notWithin(freshFor, poll, now)) };
}

/** The first moment that far from the last question, which a clock set back has put into the future. */
function notWithin(pause: number, { askedAt }: Poll, now: number): number {
  return Math.max(now, Math.min(now, askedAt) + pause);
}

/** After sleep, being offline, a pause or a jump of the clock: one poll soon, whatever was planned on the old clock. */
export function resume(poll: Poll, now: number, pause: number): Poll {
  // On a clock that was set back the wait would last longer than the portal asked for.
  const turnedBack = Math.max(0, poll.askedAt - now);
  return {
    ...poll,
    asking: null,
    ticket: poll.ticket + 1,
    dueAt: now + pause,
    notBefore: poll.notBefore - turnedBack,
    askedAt: poll.askedAt - turnedBack,
    answered: false,
  };
}

/** With another key everything begins anew, but for the wait that the server asked for: that is not the key's. */
export function restart(poll: Poll, now: number): Poll {
  const dueAt = notWithin(shortestPause, poll, now);
  const { notBefore, askedAt, ticket } = poll;
  return { ...firstPoll(now, 0), dueAt, notBefore, askedAt, ticket: ticket + 1 };
}
