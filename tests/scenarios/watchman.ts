import { onTestFinished } from 'vitest';
import type { PortalRow } from '../../src/contract/portalRow.ts';
import type { Event } from '../../src/core/event.ts';
import type { Key } from '../../src/core/docspace/authorization.ts';
import { type BackupId, newJob } from '../../src/core/backup/job.ts';
import { type SavedWatch, toSaved } from '../../src/core/watch/savedWatch.ts';
import type { Scope } from '../../src/core/docspace/request.ts';
import { initialState } from '../../src/core/state.ts';
import { newWatch } from '../../src/core/watch/watch.ts';
import type { SaveTo } from '../../src/core/portal.ts';
import { deleteArchive } from '../../src/main/storage/deleteArchive.ts';
import { saverHere } from '../support/archive/saverHere.ts';
import { compose } from '../../src/main/app/compose.ts';
import { createPresenter } from '../../src/main/engine/presenter.ts';
import { lazy } from '../../src/main/lazy.ts';
import { type Timeouts, usualTimeouts } from '../../src/main/network/timeouts.ts';
import { createTransport, type Transport } from '../../src/main/network/transport.ts';
import { application, half } from '../support/given.ts';
import { desktopWith, memoryStorage, partsWith } from '../support/main/parts.ts';
import { trusting } from '../support/network/trusting.ts';
import { directOnly } from '../support/network/direct.ts';
import { words } from '../support/words.ts';
import { second } from '../../src/core/base/time.ts';
import { SimulatedClock } from '../support/time/simulatedClock.ts';
import { makeAuthority, makeCertificate } from '../support/docspace/certificates.ts';
import { type Portal, type PortalOptions, startPortal } from '../support/docspace/portal/portal.ts';
import type { Scenario } from '../support/docspace/portal/scenario.ts';
import { windowOf } from '../support/present/shown.ts';

/** What a user was told, and when: seconds since the beginning. */
export type Told = { at: number; title: string; body: string };

/** Keepwatch itself, watching a real portal in time that passes only when a test lets it. */
export type Watchman = {
  told: Told[];
  /** The tooltips there were, in order, each once for as long as it stayed. */
  tooltips: string[];
  /** Lets so many seconds pass. */
  pass: (seconds: number) => Promise<void>;
  /** State, reason, next step and marks of the portal's row, as the window would show it. */
  row: () => string[];
  /** What can be started and stopped, as the window would show it. */
  control: () => PortalRow['control'];
  /** The last backup that is offered there. */
  offered: () => BackupId;
  /** How many bytes of its archive have come. */
  came: () => number;
  /** What it says of its archive: the state, what is so, what comes next. */
  saving: () => string[];
  /** Its user, or the window, does something. */
  does: (event: Event) => void;
  portal: Portal;
};

export type WatchmanOptions = Omit<PortalOptions, 'clock' | 'scenario' | 'twin'> & {
  /** It is to be had by https as well, with a certificate that this system trusts, or with one that it does not. */
  https?: 'trusted' | 'untrusted';
  scenario?: Scenario;
  scopes?: Scope[];
  /** How long a question may take, in real milliseconds. */
  limits?: Timeouts;
  /** The key that is used; without one, the portal's read-only one. */
  key?: (portal: Portal) => Key;
  /** What was remembered of the portal: without it, of one that was read before and had no backup. `null`: new. */
  memory?: SavedWatch | null;
  /** Every finished backup is saved. */
  saveTo?: SaveTo;
};

/** Begins to watch a portal that plays a scenario. */
export async function openWatchman(options: WatchmanOptions = {}): Promise<Watchman> {
  const {
    scopes = ['portal'],
    https,
    limits = usualTimeouts,
    key,
    memory = known(),
    saveTo,
    ...details
  } = options;
  const clock = new SimulatedClock();
  const authority = https && (await makeAuthority());
  const twin = authority && (await makeCertificate({ authority }));
  const portal = await startPortal({ name: 'Acme', ...details, clock, twin });
  onTestFinished(async () => portal.close());
  const began = clock.now();
  const told: Told[] = [];
  const tooltips: string[] = [];
  const saves = saverHere();
  const { transport, settle } = countedTransport(
    createTransport(
      'Keepwatch/test',
      limits,
      directOnly,
      trusting(https === 'trusted' ? authority : undefined),
    ),
    saves,
  );

  const watched = { id: 'acme', name: portal.name, origin: portal.origin, scopes, saveTo };
  const initial = initialState(
    { version: 1, portals: [watched], theme: 'system' },
    new Map(memory === null ? [] : [[watched.id, memory]]),
    application,
    clock.now(),
    half,
  );
  const storage = { ...memoryStorage(), deleteArchive };
  storage.vault.hold(key?.(portal) ?? { text: portal.key, kind: 'apiKey' });
  await storage.vault.keepHeld(watched.id, watched.origin);
  const keepwatch = compose(
    partsWith({
      initial,
      clock,
      storage,
      transport: lazy(async () => transport),
      archiveSaver: lazy(async () => saves.saver),
      desktop: desktopWith(async ({ title, body }) => {
        told.push({ at: (clock.now() - began) / second, title, body });
        return true;
      }),
      presenter: createPresenter(words, {
        tray: ({ tooltip }) => {
          if (tooltip !== tooltips.at(-1)) tooltips.push(tooltip);
        },
        theme: () => undefined,
        window: () => null,
        history: () => undefined,
      }),
      failed: (error) => {
        throw error;
      },
    }),
  );
  onTestFinished(keepwatch.stop);
  await keepwatch.begin();
  // The first one says, in each story, that the desktop has not told of its keyring yet.
  tooltips.shift();

  return {
    told,
    tooltips,
    pass: async (seconds) => {
      const until = clock.now() + seconds * second;
      do await settle();
      while (clock.step(until));
    },
    row: () => {
      const [row] = windowOf(keepwatch.state(), words, clock.now()).portals;
      if (row === undefined) return [];
      const { state: word, explanation, expiry, warning, encrypted } = row;
      return [word, explanation?.reason, explanation?.next, expiry, warning, encrypted].filter(
        (text) => text !== null && text !== undefined,
      );
    },
    control: () => {
      const [row] = windowOf(keepwatch.state(), words, clock.now()).portals;
      if (row === undefined) throw new Error('the portal is not watched');
      return row.control;
    },
    offered: () => {
      const [row] = windowOf(keepwatch.state(), words, clock.now()).portals;
      const actions = row?.buttons.map(({ action }) => action) ?? [];
      const backup = actions.map((action) => ('backup' in action ? action.backup : null))[0] ?? null;
      if (backup === null) throw new Error('no backup is offered');
      return backup;
    },
    came: saves.came,
    saving: () => {
      const [row] = windowOf(keepwatch.state(), words, clock.now()).portals;
      const { text, detail, next } = row?.saving ?? { text: null, detail: null, next: null };
      return [text, detail, next].filter((said) => said !== null);
    },
    does: keepwatch.dispatch,
    portal,
  };
}

/** A transport of which one can wait until nothing is under way, and all that has come of it is done. */
function countedTransport(
  { ask, drop }: Transport,
  others: ReturnType<typeof saverHere>,
): { transport: Transport; settle: () => Promise<void> } {
  const underWay = new Set<Promise<unknown>>();
  return {
    transport: {
      ask: async (...request) => {
        const answer = ask(...request);
        underWay.add(answer);
        return answer.finally(() => underWay.delete(answer));
      },
      drop,
    },
    settle: async () => {
      do {
        await Promise.all([...underWay, others.settled()]);
        await new Promise((resolve) => void setImmediate(resolve));
      } while (underWay.size > 0 || others.busy());
    },
  };
}

/** The memory of a portal that was watched before, and had no backup then. */
export function known(): SavedWatch {
  const portal = { id: 'acme', name: 'Acme', origin: 'http://127.0.0.1', scopes: ['portal' as const] };
  const watch = newWatch(portal, 0, half);
  const job = { ...newJob, known: true };
  return toSaved({ ...watch, jobs: { portal: job, server: job } });
}
