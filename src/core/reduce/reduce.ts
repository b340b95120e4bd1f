import type { Chance } from '../base/random.ts';
import { runCommand } from './command.ts';
import { changeConditions } from './conditions.ts';
import { connectPortal } from './connecting.ts';
import type { Effect, Event } from '../event.ts';
import { toSaved } from '../watch/savedWatch.ts';
import { settleNotices } from './notices.ts';
import { askDue, toOne } from './portals.ts';
import { isGathering, settingsOf, type State } from '../state.ts';
import { type Moment, noEffects, resumeAll, type Step, environmentOf, withPortals } from './step.ts';
import { dropSettled, deliver } from '../news/delivery.ts';
import type { Watch } from '../watch/watch.ts';

/** The one place where what happens becomes what is so and what is to be done. */
export function reduce(state: State, event: Event, now: number, chance: Chance): Step {
  const moment = { now, chance };
  const handled = handle(state, event, moment);
  const asking = withPortals(
    handled.state,
    askDue(handled.state.watches, environmentOf(handled.state, moment)),
  );
  const told = announce(withoutSettled(asking.state), now);
  // What is to be told is saved before it is shown: killed in between, the next start tells it again.
  const saves = changesToSave(state, told.state);
  return { state: told.state, effects: [...saves, ...handled.effects, ...asking.effects, ...told.effects] };
}

function handle(state: State, event: Event, moment: Moment): Step {
  switch (event.type) {
    case 'time':
      return passTime(state, moment);
    case 'replied':
    case 'keyStatus':
      return withPortals(state, toOne(state.watches, event.portal, event, environmentOf(state, moment)));
    case 'network':
    case 'addressGone':
    case 'slept':
    case 'woke':
    case 'clockJumped':
    case 'paused':
    case 'resumed':
    case 'application':
    case 'windowOpened':
    case 'windowFocused':
    case 'windowBlurred':
    case 'windowClosed':
      return changeConditions(state, event, moment);
    case 'noticeShown':
    case 'noticeRefused':
    case 'noticesBack':
    case 'seen':
      return noEffects(settleNotices(state, event));
    case 'connectOpened':
    case 'certificateOpened':
    case 'certificateShown':
    case 'connectSubmitted':
    case 'connectAgreed':
    case 'connectEdited':
    case 'connectReplied':
    case 'connectStored':
      return connectPortal(state, event, moment);
    default:
      return runCommand(state, event, moment);
  }
}

function withoutSettled(state: State): State {
  if (state.windowOpen || state.delivery.refused.length === 0) return state;
  return { ...state, delivery: dropSettled(state.delivery, state.watches) };
}

function passTime(state: State, moment: Moment): Step {
  const over = state.pausedUntil !== null && state.pausedUntil <= moment.now;
  return over ? resumeAll({ ...state, pausedUntil: null }, moment) : noEffects(state);
}

/** What is news is shown, unless nothing is announced now. */
function announce(state: State, now: number): Step {
  if (state.pausedUntil !== null || state.asleep || isGathering(state, now)) return noEffects(state);
  const { delivery, notices } = deliver(state.delivery, state.watches, now);
  return { state: { ...state, delivery }, effects: notices.map((notice) => ({ do: 'notify', notice })) };
}

function changesToSave(before: State, after: State): Effect[] {
  const settings = areSettingsSame(before, after) ? [] : [{ do: 'saveSettings' } as const];
  const savedWatches = after.watches
    .filter((watch, index) => watch !== before.watches[index])
    .filter((watch) => isWorthSaving(find(before, watch.portal.id), watch))
    .map(({ portal }): Effect => ({ do: 'saveWatch', portal: portal.id }));
  return [...settings, ...savedWatches];
}

/** Asked after every event: a portal that is still the same one is not looked into. */
function areSettingsSame(before: State, after: State): boolean {
  const { portals: known, ...were } = settingsOf(before);
  const { portals, ...are } = settingsOf(after);
  const same = portals.length === known.length && portals.every((portal, index) => portal === known[index]);
  return same && !differ(were, are);
}

function find({ watches }: State, id: string): Watch | undefined {
  return watches.find(({ portal }) => portal.id === id);
}

function isWorthSaving(before: Watch | undefined, after: Watch): boolean {
  if (before === undefined) return true;
  const unchanged = before.jobs === after.jobs && before.ledger === after.ledger && before.key === after.key;
  if (unchanged) return false;
  const { ledger: known, ...was } = toSaved(before);
  const { ledger, ...is } = toSaved(after);
  return (ledger !== known && differ(known, ledger)) || differ(was, is);
}

function differ(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}
