import type { Chance } from './base/random.ts';
import { hour } from './base/time.ts';
import { type ConnectAttempt, newAttempt } from './connect/attempt.ts';
import type { OpenHistory } from './history/openHistory.ts';
import type { SignInNotKept } from './net/proxy.ts';
import type { ListRefusal } from './portalList.ts';
import { needsNetwork } from './portal.ts';
import { type SavedWatch, fromSaved } from './watch/savedWatch.ts';
import type { NotificationKind, Polling, Settings, Theme } from './settings.ts';
import { newDelivery, type Delivery } from './news/delivery.ts';
import { newWatch, type Watch } from './watch/watch.ts';

/** All that Keepwatch knows. One engine owns it; everything that is shown is made from it. */
export type State = {
  watches: Watch[];
  connect: ConnectAttempt;
  delivery: Delivery;
  /** The view of one portal's runs; null while it is closed. */
  history: OpenHistory | null;
  theme: Theme;
  /** What no notification is shown of. */
  silenced: readonly NotificationKind[];
  polling: Polling;
  /** What became of the list of portals as a file; null: nothing that is to be said. */
  listOutcome: ListOutcome | null;
  application: Application;
  /** Null while watching; otherwise until when, `Infinity` for "until resumed". Epoch milliseconds. */
  pausedUntil: number | null;
  /** Since when this machine has no network; null while it has. */
  offlineSince: number | null;
  /** When this machine told that it was going to sleep; null while it is awake. Epoch milliseconds. */
  asleepSince: number | null;
  windowOpen: boolean;
  /** It is open and in the foreground. */
  windowFocused: boolean;
  /** Until every portal was asked once, or until then, nothing is told: much news becomes one notification. */
  gatherUntil: number;
};

/** `known`: how many of the imported ones were there already. */
export type ListOutcome =
  | { is: 'imported'; added: number; known: number }
  | { is: 'refused'; why: ListRefusal }
  | { is: 'notSaved' };

/** Facts about this installation that the window tells. */
export type Application = {
  version: string;
  /** A key is in memory only: the system has no safe keyring. */
  keptUntilQuit: boolean;
  keyring: KeyringState;
  /** The last attempt to save failed: a full or read-only disk. */
  unsaved: boolean;
  /** Files that could not be used as they were. */
  setAside: SetAside[];
  /** No tray icon can be shown: the window is all there is. */
  trayless: boolean;
  /** Chromium's sandbox was switched off (`--no-sandbox`), and not as root, where it cannot work. */
  unsandboxed: boolean;
  startAtLogin: boolean;
  canStartAtLogin: boolean;
  /** The proxies, by their origins, for which a user name and a password are kept; absent: none. */
  signedInTo?: readonly string[];
  /** What was entered last for a proxy was not kept; null or absent: it was. */
  signInNotKept?: SignInNotKept | null;
};

/**
 * The system's keyring. `silent`: it is there and does not answer; `withoutDefault`: it is there and has no collection in
 * which anything could be stored.
 */
export type KeyringState = 'open' | 'locked' | 'silent' | 'withoutDefault' | 'absent';

/** A file that was damaged, or written by a newer Keepwatch, and the name under which it is kept. */
export type SetAside =
  | { of: 'settings'; why: 'damaged' | 'newer'; file: string }
  | { of: 'portals'; why: 'damaged'; file: string };

const longestGathering = 10_000;

/** The state at the start of the application. */
export function initialState(
  settings: Settings,
  savedWatches: ReadonlyMap<string, SavedWatch>,
  application: Application,
  now: number,
  chance: Chance,
): State {
  const watches = settings.portals.map((portal) => {
    const watch = newWatch(portal, now, chance);
    const saved = savedWatches.get(portal.id);
    return saved === undefined ? watch : fromSaved(watch, saved, now);
  });
  return {
    watches,
    connect: newAttempt,
    delivery: newDelivery,
    history: null,
    theme: settings.theme,
    silenced: settings.silenced ?? [],
    polling: settings.polling ?? 'automatic',
    listOutcome: null,
    application,
    pausedUntil: settings.pausedUntil === undefined ? null : (settings.pausedUntil ?? Infinity),
    offlineSince: null,
    asleepSince: null,
    windowOpen: false,
    windowFocused: false,
    gatherUntil: now + longestGathering,
  };
}

/** What of the state belongs into the settings file. */
export function settingsOf({ watches, theme, pausedUntil, silenced, polling }: State): Settings {
  const settings: Settings = { version: 1, portals: watches.map(({ portal }) => portal), theme };
  if (pausedUntil !== null) settings.pausedUntil = pausedUntil === Infinity ? null : pausedUntil;
  if (silenced.length > 0) settings.silenced = [...silenced];
  if (polling !== 'automatic') settings.polling = polling;
  return settings;
}

/** Until eight in the morning of the next day, on a night that has an hour more: no pause with an end is longer. */
const longestPause = 33 * hour;

/** The pause has reached its end. One that would last longer than any can was made by a clock that has been set back since. */
export function isPauseOver({ pausedUntil }: State, now: number): boolean {
  if (pausedUntil === null || pausedUntil === Infinity) return false;
  return pausedUntil <= now || pausedUntil - now > longestPause;
}

/** No portal is asked: watching is paused, or this machine sleeps. */
export function isPausedOrAsleep({ pausedUntil, asleepSince }: State): boolean {
  return pausedUntil !== null || asleepSince !== null;
}

/** Portals are asked over a network: if it becomes another one, that matters. */
export function usesNetwork(state: State): boolean {
  if (isPausedOrAsleep(state) || state.offlineSince !== null) return false;
  return state.watches.some(({ portal, keyStatus }) => keyStatus === 'ready' && needsNetwork(portal));
}

/** Since when there is no network for a portal that needs one; null while all can be reached. */
export function offlineFor({ offlineSince, watches }: State): number | null {
  return watches.some(({ portal }) => needsNetwork(portal)) ? offlineSince : null;
}

/** After a time without polls all portals are asked at once: again much news becomes one notification. */
export function gatherAgain(state: State, now: number): State {
  return { ...state, gatherUntil: now + longestGathering };
}
