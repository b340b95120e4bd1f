import type { Event } from '../../../src/core/event.ts';
import { initialState, type State } from '../../../src/core/state.ts';
import { minute, second } from '../../../src/core/base/time.ts';
import type { AnnouncementId } from '../../../src/core/news/delivery.ts';
import { compose, type Keepwatch } from '../../../src/main/app/compose.ts';
import { lazy } from '../../../src/main/lazy.ts';
import type { Storage } from '../../../src/main/storage/openStorage.ts';
import { createProxyCredentials } from '../../../src/main/storage/proxyCredentials.ts';
import { parseSaved } from '../../../src/main/storage/saved.ts';
import type { Sealer } from '../../../src/main/storage/sealer.ts';
import { createVault } from '../../../src/main/storage/vault.ts';
import type { NotificationText } from '../../../src/present/notification/text.ts';
import { application } from '../../support/given.ts';
import { desktopWith, partsWith } from '../../support/main/parts.ts';
import type { SettlingClock } from '../world/settlingClock.ts';
import { Flights } from './flights.ts';
import { Saver } from './saver.ts';
import type { Surroundings } from './surroundings.ts';

/** When the notification server does not answer, the bus gives up after so long. */
const patience = 5000;

/** Nobody steals this disk. */
export const openSealer: Sealer = {
  answers: async () => true,
  encrypt: async (text) => Buffer.from(text),
  decrypt: async (sealed) => ({ text: sealed.toString(), outdated: false }),
};

/**
 * One life of the application: all of it but Electron, begun from what is on the disk. Once killed it does nothing to the
 * world any more, whatever it was about to do.
 */
export class Process {
  alive = true;
  /** After so many more effects it is killed. */
  effectsToLive = Infinity;
  /** It is killed as soon as a notification was shown, before that is saved. */
  diesTelling = false;
  /** It is killed as soon as an archive has its name, before or after what had come of it is taken away. */
  diesNaming = false;
  /** What is to happen once its user has answered which folder. */
  onFolder = (_folder: string): void => undefined;
  /** Somebody wants to know when it is killed. */
  onDeath = (): void => undefined;
  readonly #around: Surroundings;
  readonly #saver: Saver;
  readonly #keepwatch: Keepwatch;
  /** The news that were handed to the desktop, and not answered yet. */
  readonly #handed = new Set<string>();

  constructor(around: Surroundings) {
    this.#around = around;
    const { time, luck, carrier, witness, sabotage } = around;
    const flights = new Flights({
      time,
      carrier,
      witness,
      times: sabotage.times ?? 1,
      plainly: sabotage.plainly ?? false,
      isAlive: () => this.alive,
      lives: () => this.#lives(),
      connecting: () => this.state.connect.portal ?? '',
    });
    this.#saver = new Saver({
      ...around.saving,
      time,
      carrier,
      ruleOf: (id) => this.state.watches.find(({ portal }) => portal.id === id)?.portal.saveTo,
      isAlive: () => this.alive,
      lives: () => this.#lives(),
      livesOn: () => this.#livesNaming(),
      sabotage: sabotage.saving ?? null,
    });
    this.#keepwatch = compose(
      partsWith({
        initial: readState(around),
        clock: time.clockFor(() => this.alive),
        chance: luck.draw,
        storage: this.#openStorage(),
        transport: settling(
          time,
          lazy(async () => flights),
        ),
        archiveSaver: settling(
          time,
          lazy(async () => this.#saver),
        ),
        askFolder: async () => this.#askFolder(),
        certificateReader: lazy(async () => async () => new Promise(() => undefined)),
        desktop: settling(
          time,
          desktopWith(async (text) => this.#show(text), around.followKeyring),
        ),
        isOnline: () => carrier.plugged,
        failed: (error) => {
          throw error;
        },
      }),
    );
  }

  get state(): State {
    return this.#keepwatch.state();
  }

  begin(): void {
    void this.#keepwatch.begin();
  }

  /** Something happens to it. Tells whether it lived through that. */
  happens(event: Event): boolean {
    if (this.alive) this.#keepwatch.dispatch(event);
    return this.alive;
  }

  /** Somebody types a key in. */
  enterKey(portal: string, address: string, key: string): void {
    const { commands } = this.#keepwatch;
    commands.dispatch({ type: 'connectOpened', portal });
    commands.connectSubmit({ address, key });
  }

  /** Ends it: by its user, or by nobody's leave. */
  end(): void {
    this.alive = false;
    this.#keepwatch.stop();
  }

  /** Something is about to be done to the world: whether it lives to do it. */
  #lives(): boolean {
    if (this.effectsToLive <= 0) this.#die();
    this.effectsToLive -= 1;
    return this.alive;
  }

  #die(): void {
    if (!this.alive) return;
    this.end();
    this.onDeath();
  }

  #openStorage(): Storage {
    const { disk, witness, time } = this.#around;
    const write = (save: () => void): boolean => {
      if (this.#lives()) save();
      return true;
    };
    const vault = createVault(openSealer, disk.keys, (content) => write(() => (disk.keys = content)));
    return {
      saveSettings: (settings) => write(() => (disk.settings = JSON.stringify(settings))),
      watches: {
        save: (portal, saved) => write(() => disk.savedWatches.set(portal, JSON.stringify(saved))),
        forget: (portal) => write(() => disk.savedWatches.delete(portal)),
      },
      runs: { read: () => [], record: () => undefined, forget: () => undefined },
      deleteArchive: this.#saver.deleteArchive,
      sealer: openSealer,
      vault: {
        ...vault,
        keepHeld: async (portal, origin) => {
          time.settle();
          const kept = await vault.keepHeld(portal, origin);
          if (this.alive && kept.ok) witness.renews(portal);
          return kept;
        },
      },
      proxyCredentials: createProxyCredentials(openSealer, {}, () => true),
    };
  }

  #livesNaming(): boolean {
    if (this.diesNaming && this.#around.saving.luck.happens(0.5)) this.#die();
    return this.alive;
  }

  async #askFolder(): Promise<string | null> {
    const { time, saving } = this.#around;
    return new Promise((resolve) =>
      time.soon(saving.luck.stretch(second, minute), () => {
        if (!this.alive) return;
        const folder = saving.folder();
        resolve(folder);
        const hear = this.onFolder;
        time.settle(() => {
          if (this.alive && folder !== null) hear(folder);
        });
      }),
    );
  }

  async #show(text: NotificationText): Promise<boolean> {
    const { time, luck, notifications, witness, sabotage } = this.#around;
    const items = this.#itemsOf(text);
    return new Promise((resolve) => {
      if (!this.#lives()) return;
      const taken = notifications() === 'taken';
      if (taken) witness.tells(sabotage.shown?.(items) ?? items, this.state, 'notification');
      if (taken && this.diesTelling) return this.#die();
      time.soon(notifications() === 'hung' ? patience : luck.stretch(2, 1500), () => {
        if (!this.alive) return;
        resolve(taken);
        time.settle(() => {
          for (const item of items) this.#handed.delete(nameOf(item));
          if (this.alive && taken) witness.settles(items);
        });
      });
    });
  }

  /** The news that a notification is about: its text does not say, but they are handed over in the order of the state. */
  #itemsOf({ tag }: NotificationText): AnnouncementId[] {
    const waiting = this.state.delivery.sent.filter((item) => !this.#handed.has(nameOf(item)));
    const items = tag === 'many' ? waiting : waiting.slice(0, 1);
    for (const item of items) this.#handed.add(nameOf(item));
    return items;
  }
}

function nameOf({ portal, id }: AnnouncementId): string {
  return `${portal} ${id}`;
}

/** Whoever wants something lazy goes on a moment later. */
function settling<Part extends { get: () => Promise<unknown> }>(time: SettlingClock, part: Part): Part {
  const { get } = part;
  part.get = async () => {
    time.settle();
    return get();
  };
  return part;
}

function readState({ disk, time, luck }: Surroundings): State {
  const watches = [...disk.savedWatches].map(([id, stored]): [string, unknown] => [id, JSON.parse(stored)]);
  const files = [JSON.parse(disk.settings), { portals: Object.fromEntries(watches) }] as const;
  const { settings, savedWatches, problems } = parseSaved(...files);
  if (problems.settings !== null || problems.portals !== null)
    throw new Error(`what was saved cannot be read: ${JSON.stringify(files)}`);
  return initialState(settings, savedWatches, application, time.wall(), luck.draw);
}
