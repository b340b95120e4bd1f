import type { Command, Event } from '../../../src/core/event.ts';
import { visibleIn } from '../../../src/core/reduce/visible.ts';
import type { Settings } from '../../../src/core/settings.ts';
import { createVault } from '../../../src/main/storage/vault.ts';
import type { Judge } from '../judge/judge.ts';
import type { Luck } from '../luck.ts';
import { second } from '../../../src/core/base/time.ts';
import { type FleetPortal, keyOf } from '../world/fleet.ts';
import type { ArchiveDisk } from '../world/archiveDisk.ts';
import type { SettlingClock } from '../world/settlingClock.ts';
import type { Carrier } from './carrier.ts';
import { openSealer, Process } from './process.ts';
import type { Disk, Notifications, Sabotage, Surroundings } from './surroundings.ts';
import type { Watched } from './watched.ts';

export type MachineParts = {
  time: SettlingClock;
  fleet: readonly FleetPortal[];
  /** The sealed keys of all portals. */
  keys: unknown;
  carrier: Carrier;
  judge: Judge;
  archives: ArchiveDisk;
  luck: Luck;
  watched: Watched;
  sabotage: Sabotage;
  note: (text: string) => void;
};

/** A computer with the application on it: what happens to it happens here. */
export class Machine {
  notifications: Notifications = 'taken';
  process: Process | null = null;
  /** Its user has quit it, and will start it when they want to. */
  closed = false;
  /** What its user answers when they are asked for a folder; null: nothing. */
  folder: string | null = null;
  readonly #parts: MachineParts;
  readonly #disk: Disk;
  readonly #around: Surroundings;

  constructor(parts: MachineParts) {
    this.#parts = parts;
    const portals = parts.fleet.map(({ id, origin, places, warnAfter, saveTo }) => ({
      id,
      name: `Portal ${id}`,
      origin,
      scopes: places.map(({ scope }) => scope),
      warnAfter,
      saveTo: parts.sabotage.savesNothing === true ? undefined : saveTo,
    }));
    const settings: Settings = { version: 1, portals, theme: 'system' };
    this.#disk = {
      settings: JSON.stringify(settings),
      savedWatches: new Map(),
      keys: parts.keys,
    };
    const { time, carrier, judge, luck } = parts;
    this.#around = {
      time,
      carrier,
      witness: judge,
      disk: this.#disk,
      luck: parts.luck.fork('process'),
      notifications: () => this.notifications,
      followKeyring: async (tell) =>
        time.soon(luck.stretch(20, 3000), () => {
          tell('open');
          time.settle(() => this.#attend());
        }),
      sabotage: parts.sabotage,
      saving: {
        disk: parts.archives,
        witness: judge.saves,
        luck: luck.fork('saver'),
        folder: () => this.folder,
      },
    };
  }

  /** Starts the application; the keyring opens a moment later. */
  start(): void {
    const { judge, note } = this.#parts;
    this.closed = false;
    if (this.process !== null) return;
    const started = new Process(this.#around);
    judge.figures.life.starts += 1;
    note('Keepwatch starts');
    this.process = started;
    this.#look(false);
    started.onDeath = () => this.#dies();
    started.begin();
  }

  /** Something happens to the application, if it runs; when the machine is awake. */
  happens(event: Event): void {
    const { time } = this.#parts;
    if (time.asleep) time.soon(0, () => this.happens(event));
    else this.process?.happens(event);
  }

  /** Its user wants something of it. Tells whether it is there and lived through that. */
  press(command: Command): boolean {
    return !this.#parts.time.asleep && this.process !== null && this.process.happens(command);
  }

  /** Somebody presses "Check now". */
  checkNow(): void {
    const { judge, time } = this.#parts;
    judge.pace.hurries(time.now());
    this.happens({ type: 'checkNow', portal: null });
  }

  /** The machine tells that it falls asleep, and does not. */
  pretendSleep(): void {
    this.#parts.note('the machine tells of a sleep that does not come');
    this.#parts.judge.isInterrupted();
    this.happens({ type: 'slept' });
  }

  quit(): void {
    this.#parts.note('Keepwatch is quit');
    this.closed = true;
    this.process?.end();
    this.#gone();
  }

  kill(): void {
    this.process?.end();
    this.#dies();
  }

  /** What the system tells of it: that it falls asleep, and that it woke; or less. */
  sleep(length: number, tells: 'both' | 'sleepOnly' | 'nothing'): void {
    const { time, judge, note } = this.#parts;
    note(`the machine sleeps for ${Math.round(length / second)} s, and tells ${tells}`);
    judge.figures.life.sleeps += 1;
    judge.isInterrupted();
    if (tells !== 'nothing') this.happens({ type: 'slept' });
    time.fallAsleep();
    this.#attend();
    time.at(time.now() + length, () => {
      time.wake();
      judge.isInterrupted();
      note('the machine wakes');
      if (tells === 'both') this.happens({ type: 'woke' });
      this.#attend();
    });
  }

  plug(plugged: boolean): void {
    const { carrier, judge, note } = this.#parts;
    note(plugged ? 'the network is back' : 'the network is gone');
    if (!plugged) judge.figures.life.offline += 1;
    carrier.plugged = plugged;
    judge.isInterrupted();
    this.#attend();
  }

  setClock(by: number): void {
    const { time, judge, note } = this.#parts;
    note(`the clock is set by ${Math.round(by / second)} s`);
    judge.figures.life.clockJumps += 1;
    judge.pace.clockSet();
    judge.isInterrupted();
    time.shiftWall(by);
  }

  pause(until: number): void {
    this.#parts.note('watching is paused');
    this.#parts.judge.isInterrupted();
    this.happens({ type: 'paused', until });
    this.#attend();
  }

  resume(): void {
    this.#parts.note('watching goes on');
    this.#parts.judge.isInterrupted();
    this.happens({ type: 'resumed' });
    this.#attend();
  }

  /** The window opens, comes to the front, or goes. */
  window(event: 'windowOpened' | 'windowBlurred' | 'windowClosed'): void {
    this.happens({ type: event });
    this.#look(this.process?.state.windowFocused ?? false);
  }

  /** The user sees what the window shows. */
  see(): void {
    const running = this.process;
    if (running === null || !running.alive || !running.state.windowFocused) return;
    const visible = visibleIn(running.state);
    this.#parts.judge.tells(visible.items, running.state, 'window');
    if (running.happens({ type: 'seen', visible })) this.#parts.judge.settles(visible.items);
  }

  /** Whether time passes that the judge counts as watched. */
  #isWatching(): boolean {
    const { process } = this;
    return (
      process !== null && process.alive && !this.#parts.time.asleep && process.state.pausedUntil === null
    );
  }

  #attend(): void {
    const { watched, carrier } = this.#parts;
    watched.set(this.#isWatching() && carrier.plugged, this.#isWatching());
  }

  #look(looking: boolean): void {
    this.#parts.judge.pace.looks(looking, this.#parts.time.now());
  }

  #dies(): void {
    this.#parts.note('Keepwatch is killed');
    this.#parts.judge.figures.life.kills += 1;
    this.#gone();
  }

  #gone(): void {
    this.#parts.judge.ends();
    this.process = null;
    this.#look(false);
    this.#attend();
  }
}

/** The keys of all portals, as an earlier life of the application has sealed them. */
export async function sealedKeys(fleet: readonly FleetPortal[]): Promise<unknown> {
  let keys: unknown = {};
  const vault = createVault(openSealer, keys, (content) => {
    keys = content;
    return true;
  });
  await vault.keyringChanged(true, []);
  for (const portal of fleet) {
    vault.hold({ text: keyOf(portal), kind: portal.credential });
    await vault.keepHeld(portal.id, portal.origin);
  }
  return keys;
}
