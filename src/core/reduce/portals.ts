import type { Effect } from '../effect.ts';
import { gatherAgain, isPausedOrAsleep, type State } from '../state.ts';
import { sendWish } from '../control/control.ts';
import { asked, pollNow } from '../watch/poll.ts';
import { dueQuestion } from '../watch/nextQuestion.ts';
import { stepWatch } from '../watch/stepWatch.ts';
import type { Environment, WatchEvent } from '../watch/watch.ts';
import type { Moment, Step } from './step.ts';

/** Takes an event to one portal. A portal that is not there any more has nobody to take it. */
export function stepPortal(state: State, id: string | null, event: WatchEvent, moment: Moment): State {
  const environment = environmentOf(state, moment);
  const step = (watch: State['watches'][number]) =>
    watch.portal.id === id ? stepWatch(watch, event, environment) : watch;
  return { ...state, watches: state.watches.map(step) };
}

/** Takes an event to every portal. */
export function stepAll(state: State, event: WatchEvent, moment: Moment): State {
  const environment = environmentOf(state, moment);
  return { ...state, watches: state.watches.map((watch) => stepWatch(watch, event, environment)) };
}

/** Makes the next poll of one portal, or of all (null), due now. */
export function checkNow(state: State, portal: string | null, now: number): State {
  const check = (watch: State['watches'][number]) =>
    portal === null || watch.portal.id === portal ? { ...watch, poll: pollNow(watch.poll, now) } : watch;
  return { ...state, watches: state.watches.map(check) };
}

/** Watching begins again after a time without: each portal is asked once, soon, over new connections. */
export function resumeAll(state: State, moment: Moment): Step {
  const resumed = stepAll(gatherAgain(state, moment.now), { type: 'resumed' }, moment);
  return { state: resumed, effects: [{ do: 'dropConnections' }] };
}

/** Asks every portal whose next question is due: the one place where a portal that is watched is asked. */
export function askDue(state: State, moment: Moment): Step {
  const environment = environmentOf(state, moment);
  const effects: Effect[] = [];
  const watches = state.watches.map((watch) => {
    const due = dueQuestion(watch, environment);
    if (due === null) return watch;
    const { id, origin, certificate = null } = watch.portal;
    const poll = asked(watch.poll, due, moment.now);
    effects.push({
      do: 'query',
      portal: id,
      origin,
      certificate,
      question: due.question,
      ticket: poll.ticket,
    });
    const isOrder = due.question.ask === 'start' || due.question.ask === 'stop';
    return { ...watch, poll, control: isOrder ? sendWish(watch.control, moment.now) : watch.control };
  });
  return effects.length === 0 ? { state, effects } : { state: { ...state, watches }, effects };
}

function environmentOf(state: State, { now, chance }: Moment): Environment {
  return {
    now,
    chance,
    viewed: state.windowFocused,
    pausedOrAsleep: isPausedOrAsleep(state),
    online: state.offlineSince === null,
    polling: state.polling,
  };
}
