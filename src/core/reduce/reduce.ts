import type { Chance } from '../base/random.ts';
import { runCommand } from './command.ts';
import { changeConditions } from './conditions.ts';
import { connectPortal } from './connecting.ts';
import type { Effect } from '../effect.ts';
import { takeBackStuck } from './movedOn.ts';
import type { Event } from '../event.ts';
import { toSaved } from '../watch/savedWatch.ts';
import { deleteLeftovers } from './deleteLeftovers.ts';
import { viewHistory } from './history.ts';
import { settleDelivery } from './delivery.ts';
import { isUnproved } from '../portal.ts';
import { askDue, checkNow, resumeAll, stepPortal } from './portals.ts';
import { takeList } from './portalList.ts';
import { saveDue } from './saveDue.ts';
import { takeSaving } from './saving.ts';
import { recordRuns } from './recordRuns.ts';
import { isGathering, retryAt } from '../nextWake.ts';
import { isPauseOver, isPausedOrAsleep, settingsOf, type State } from '../state.ts';
import { provesAwake, wake } from './sleep.ts';
import { type Moment, noEffects, type Step, withEffects } from './step.ts';
import { dropOver, send } from '../news/delivery.ts';
import { tellSilently, withoutSilenced, withSilencedLines } from '../news/silenced.ts';
import type { Watch } from '../watch/watch.ts';

/** The one place where what happens becomes what is so and what is to be done. */
export function reduce(state: State, event: Event, now: number, chance: Chance): Step {
  const moment = { now, chance };
  const handled = handleAwake(state, event, moment);
  const begun = saveDue(handled.state, moment);
  const saving = inTurn(begun, deleteLeftovers(begun.state, moment));
  const asked = askDue(saving.state, moment);
  const told = tell(withoutSettled(asked.state), now);
  // News is saved before it is shown: if Keepwatch is killed in between, the next start shows it again.
  const saves = save(state, told.state);
  const over = takeBackStuck(state, told.state);
  const recorded = recordRuns(told.state);
  return {
    state: recorded.state,
    effects: [
      ...saves,
      ...recorded.effects,
      ...handled.effects,
      ...saving.effects,
      ...asked.effects,
      ...over,
      ...told.effects,
    ],
  };
}

/** What happens may prove that this machine is awake. An answer counts before the waking: that begins all questions anew. */
function handleAwake(state: State, event: Event, moment: Moment): Step {
  if (!provesAwake(state, event, moment)) return handle(state, event, moment);
  if (event.type === 'replied') {
    const handled = handle(state, event, moment);
    return inTurn(handled, wake(handled.state, moment));
  }
  const woken = wake(state, moment);
  return inTurn(woken, handle(woken.state, event, moment));
}

function inTurn(first: Step, second: Step): Step {
  return { state: second.state, effects: [...first.effects, ...second.effects] };
}

function handle(state: State, event: Event, moment: Moment): Step {
  switch (event.type) {
    case 'time':
      return passTime(state, moment);
    case 'checkNow':
      return noEffects(checkNow(state, event.portal, moment.now));
    case 'replied':
      return hearReply(state, event, moment);
    case 'keyStatus':
      return noEffects(stepPortal(state, event.portal, event, moment));
    case 'network':
    case 'addressGone':
    case 'slept':
    case 'woke':
    case 'clockJumped':
    case 'paused':
    case 'pausedBriefly':
    case 'resumed':
    case 'application':
    case 'windowOpened':
    case 'windowFocused':
    case 'windowBlurred':
    case 'windowClosed':
      return changeConditions(state, event, moment);
    case 'notificationShown':
    case 'notificationRefused':
    case 'notificationsBack':
    case 'seen':
      return noEffects(settleDelivery(state, event, moment.now));
    case 'historyOpened':
    case 'historyClosed':
    case 'runsRead':
    case 'runChosen':
    case 'allRunsWanted':
      return viewHistory(state, event, moment);
    case 'portalsImported':
    case 'importRefused':
    case 'portalsExported':
      return noEffects(takeList(state, event, moment));
    case 'saveProgress':
    case 'saveEnded':
    case 'archivesGone':
    case 'partGone':
    case 'folderChosen':
      return takeSaving(state, event, moment);
    case 'connectOpened':
    case 'certificateOpened':
    case 'certificateShown':
    case 'connectSubmitted':
    case 'connectAgreed':
    case 'connectEdited':
    case 'connectReplied':
    case 'connectStored':
    case 'connectMoved':
    case 'connectDue':
      return connectPortal(state, event, moment);
    default:
      return runCommand(state, event, moment);
  }
}

/** Takes a reply to its portal, and does what follows where its server moves it to https. */
function hearReply(state: State, event: Extract<Event, { type: 'replied' }>, moment: Moment): Step {
  const next = stepPortal(state, event.portal, event, moment);
  const [before, after] = [state, next].map((each) => find(each, event.portal)?.portal);
  if (before === undefined || after === undefined || before === after) return noEffects(next);
  const { id, origin } = after;
  if (before.origin !== origin && next.connect.portal === id) {
    // Its new key, which is being tried, goes there only as well.
    return connectPortal(next, { type: 'connectMoved', origin }, moment);
  }
  const proved = isUnproved(before) && !isUnproved(after);
  // Sealed for an origin that the disk does not know of, the key would be lost: then the next start does it.
  return proved && !state.application.unsaved
    ? withEffects(noEffects(next), { do: 'resealKey', portal: id, origin })
    : noEffects(next);
}

function withoutSettled(state: State): State {
  if (state.windowOpen || state.delivery.refused.length === 0) return state;
  return { ...state, delivery: dropOver(state.delivery, state.watches) };
}

function passTime(state: State, moment: Moment): Step {
  const passed = isPauseOver(state, moment.now)
    ? resumeAll({ ...state, pausedUntil: null }, moment)
    : noEffects(state);
  if (retryAt(state, moment.now) > moment.now) return passed;
  return inTurn(passed, connectPortal(passed.state, { type: 'connectDue' }, moment));
}

/** What is news is shown, unless nothing is announced now, or nobody wants to be notified of it. */
function tell(state: State, now: number): Step {
  if (isPausedOrAsleep(state) || isGathering(state, now)) return noEffects(state);
  const silent = tellSilenced(state);
  const { watches, silenced } = silent;
  const { delivery, notifications } = send(silent.delivery, withoutSilenced(watches, silenced), now);
  return {
    state: { ...silent, delivery },
    effects: notifications.map((notification) => ({ do: 'notify', notification })),
  };
}

function tellSilenced(state: State): State {
  const { silenced } = state;
  if (silenced.length === 0) return state;
  const watches = state.watches.map((watch) => {
    const ledger = tellSilently(watch.ledger, silenced);
    return ledger === watch.ledger ? watch : { ...watch, ledger };
  });
  return { ...state, watches, delivery: withSilencedLines(state.delivery, watches, silenced) };
}

function save(before: State, after: State): Effect[] {
  const settings = areSettingsSame(before, after) ? [] : [{ do: 'saveSettings' } as const];
  const savedWatches = after.watches
    .filter((watch, index) => watch !== before.watches[index])
    .filter((watch) => isWorthSaving(find(before, watch.portal.id), watch))
    .map(({ portal }): Effect => ({ do: 'saveWatch', portal: portal.id }));
  return [...settings, ...savedWatches];
}

/** Asked after every event: a portal that is still the same object is not compared word for word. */
function areSettingsSame(before: State, after: State): boolean {
  const { portals: known, ...was } = settingsOf(before);
  const { portals, ...is } = settingsOf(after);
  const samePortals = portals.length === known.length && portals.every((one, index) => one === known[index]);
  return samePortals && !differ(was, is);
}

function find({ watches }: State, id: string): Watch | undefined {
  return watches.find(({ portal }) => portal.id === id);
}

function isWorthSaving(before: Watch | undefined, after: Watch): boolean {
  if (before === undefined) return true;
  const unchanged =
    before.jobs === after.jobs &&
    before.ledger === after.ledger &&
    before.key === after.key &&
    before.schedules === after.schedules &&
    before.age === after.age &&
    isSavingSame(before.saving, after.saving);
  if (unchanged) return false;
  const { ledger: known, ...was } = toSaved(before);
  const { ledger, ...is } = toSaved(after);
  return (ledger !== known && differ(known, ledger)) || differ(was, is);
}

/** How far a save has come is told every second, and not kept. */
function isSavingSame(was: Watch['saving'], is: Watch['saving']): boolean {
  return (
    was.wanted === is.wanted &&
    was.written === is.written &&
    was.unsaved === is.unsaved &&
    was.hinderedSince === is.hinderedSince
  );
}

function differ(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}
