import { onTestFinished } from 'vitest';
import type { Key } from '../../src/core/docspace/authorization.ts';
import type { Event } from '../../src/core/event.ts';
import { newJob } from '../../src/core/backup/job.ts';
import { type SavedWatch, toSaved } from '../../src/core/watch/savedWatch.ts';
import { parseReply, requestFor } from '../../src/core/docspace/question.ts';
import type { Scope } from '../../src/core/docspace/request.ts';
import { initialState } from '../../src/core/state.ts';
import { announcementIdsOf } from '../../src/core/news/delivery.ts';
import { newWatch } from '../../src/core/watch/watch.ts';
import { createEngine, type Engine, type OuterEffect, type RunEffect } from '../../src/main/engine/engine.ts';
import type { Timeouts } from '../../src/main/network/timeouts.ts';
import { createTransport } from '../../src/main/network/transport.ts';
import { notificationText } from '../../src/present/notification/notification.ts';
import { portalRow } from '../../src/present/portal/portalRow.ts';
import { tooltipOf } from '../../src/present/tooltip.ts';
import { words } from '../support/words.ts';
import { second } from '../../src/core/base/time.ts';
import { SimulatedClock } from '../support/time/simulatedClock.ts';
import { type Portal, type PortalOptions, startPortal } from '../support/docspace/portal/portal.ts';
import type { Scenario } from '../support/docspace/portal/scenario.ts';

/** What a user was told, and when: seconds since the beginning. */
export type Told = { at: number; title: string; body: string };

/** The real engine, core and transport, watching a real portal in time that passes only when a test lets it. */
export type Watchman = {
  portal: Portal;
  engine: Engine;
  /** What was told. */
  told: Told[];
  /** The tooltips there were, in order, each once for as long as it stayed. */
  tooltips: string[];
  /** Lets so many seconds pass. */
  pass: (seconds: number) => Promise<void>;
  /** State, reason and next step of the portal's row, as the window would show it. */
  row: () => string[];
  /** What would be on disk now. */
  saved: () => SavedWatch | null;
};

export type WatchmanOptions = Omit<PortalOptions, 'clock' | 'scenario'> & {
  scenario?: Scenario;
  scopes?: Scope[];
  /** How long a question may take, in real milliseconds. */
  limits?: Timeouts;
  /** The key that is used; without one, the portal's read-only one. */
  key?: (portal: Portal) => Key;
  /** What was remembered of the portal: without it, of one that was read before and had no backup. `null`: new. */
  memory?: SavedWatch | null;
};

export { words } from '../support/words.ts';

/** Begins to watch a portal that plays a scenario. */
export async function openWatchman(options: WatchmanOptions = {}): Promise<Watchman> {
  const { scopes = ['portal'], limits, key, memory = known(), ...details } = options;
  const clock = new SimulatedClock();
  const portal = await startPortal({ name: 'Acme', ...details, clock });
  onTestFinished(async () => portal.close());
  const transport = createTransport('Keepwatch/test', limits);
  onTestFinished(() => transport.drop());
  const began = clock.now();
  const told: Told[] = [];
  const tooltips: string[] = [];
  const credential = key?.(portal) ?? { text: portal.key, kind: 'apiKey' };
  let saved: SavedWatch | null = null;
  const polls = new Set<Promise<void>>();

  const poll = async (effect: Extract<OuterEffect, { do: 'query' }>): Promise<Event> => {
    const { portal: id, origin, question, ticket } = effect;
    const answer = await transport.ask(id, origin, requestFor(question), credential);
    return { type: 'replied', portal: id, ticket, reply: parseReply(question, answer, clock.now()) };
  };

  const runEffect: RunEffect = (effect, state, dispatch) => {
    if (effect.do === 'query') {
      const underWay = poll(effect).then((event) => {
        polls.delete(underWay);
        dispatch(event);
      });
      polls.add(underWay);
    }
    if (effect.do === 'notify') {
      const { notice } = effect;
      const { title, body } = notificationText(notice, state, words, clock.now());
      told.push({ at: (clock.now() - began) / second, title, body });
      dispatch({ type: 'noticeShown', items: announcementIdsOf(notice) });
    }
  };

  const watched = { id: 'acme', name: portal.name, origin: portal.origin, scopes };
  const initial = initialState(
    { version: 1, portals: [watched], theme: 'system' },
    new Map(memory === null ? [] : [[watched.id, memory]]),
    application,
    clock.now(),
    middle,
  );
  const engine = createEngine(
    initial,
    {
      saveSettings: () => true,
      saveWatch: (_portal, next) => {
        saved = next;
        return true;
      },
      runEffect,
      present: (state, now) => {
        const tooltip = tooltipOf(state, words, now);
        if (tooltip !== tooltips.at(-1)) tooltips.push(tooltip);
      },
      isOnline: () => true,
    },
    clock,
    middle,
  );
  onTestFinished(() => engine.stop());
  engine.dispatch({ type: 'keyStatus', portal: watched.id, keyStatus: 'ready' });

  const settle = async (): Promise<void> => {
    while (polls.size > 0) await Promise.all(polls);
  };
  return {
    portal,
    engine,
    told,
    tooltips,
    pass: async (seconds) => {
      const until = clock.now() + seconds * second;
      do await settle();
      while (clock.step(until));
    },
    row: () => {
      const state = engine.state();
      const [watch] = state.watches;
      if (watch === undefined) return [];
      const { state: word, why, expiry } = portalRow(watch, state, words, clock.now());
      return [word, why?.reason, why?.next, expiry].filter((text) => text !== null && text !== undefined);
    },
    saved: () => saved,
  };
}

/** Half of what jitter allows. */
function middle(): number {
  return 0.5;
}

const application = {
  version: '0',
  keptUntilQuit: false,
  unsaved: false,
  setAside: [],
  trayless: false,
  startAtLogin: false,
  canStartAtLogin: false,
};

/** The memory of a portal that was watched before, and had no backup then. */
export function known(): SavedWatch {
  const portal = { id: 'acme', name: 'Acme', origin: 'http://127.0.0.1', scopes: ['portal' as const] };
  const watch = newWatch(portal, 0, middle);
  const job = { ...newJob, known: true };
  return toSaved({ ...watch, jobs: { portal: job, server: job } });
}
