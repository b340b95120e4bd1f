import { second } from '../base/time.ts';
import { type ConnectAttempt, refuse } from './attempt.ts';

/**
 * DocSpace refuses a good key, too, when its database or its cache fails for a moment, and in the same words: a key is
 * refused after so many answers, this far apart.
 */
const mostRefusals = 3;
export const keyRetryPause = 2 * second;

/** The key was refused: it is tried again in a moment, or refused for good. */
export function takeKeyRefused(connect: ConnectAttempt, now: number): ConnectAttempt {
  const { stage } = connect;
  const refusals = connect.refusals + 1;
  if (stage.is !== 'asking' || refusals >= mostRefusals) {
    return refuse(connect, { at: 'key', why: 'refused' });
  }
  return {
    ...connect,
    refusals,
    stage: { is: 'waiting', question: stage.question, until: now + keyRetryPause },
  };
}
