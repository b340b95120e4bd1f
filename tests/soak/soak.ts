import { day, hour, minute } from '../../src/core/base/time.ts';
import type { Figures } from './judge/figures.ts';
import { type Flaw, Judge } from './judge/judge.ts';
import { createLuck } from './luck.ts';
import { Carrier, isLoopback } from './watcher/carrier.ts';
import { Machine, sealedKeys } from './watcher/machine.ts';
import type { Sabotage } from './watcher/surroundings.ts';
import { enterKey, live } from './watcher/owner.ts';
import { wantArchives } from './watcher/wantArchives.ts';
import { Watched } from './watcher/watched.ts';
import { ArchiveDisk } from './world/archiveDisk.ts';
import { foundFleet } from './world/fleet.ts';
import { SettlingClock } from './world/settlingClock.ts';
import { Weather } from './world/weather.ts';

export type SoakOptions = {
  portals: number;
  days: number;
  seed: number;
  /** Hears what happens, line by line. */
  tell?: (line: string) => void;
  /** Makes the application do wrong. */
  sabotage?: Sabotage;
};

/** What one seed came to. */
export type Soaked = { seed: number; figures: Figures; flaws: Flaw[] };

/** Quiet days, and those with a night in which clocks are set: in Europe, America and the south, forward and back. */
const starts = [
  '2026-11-20T03:04:11Z',
  '2026-10-22T03:04:11Z',
  '2027-03-25T03:04:11Z',
  '2026-10-29T03:04:11Z',
  '2027-03-11T03:04:11Z',
  '2027-04-01T03:04:11Z',
  '2026-10-01T03:04:11Z',
].map((text) => Date.parse(text));
/** Time enough to be told of all that is over by then. */
const calm = 2 * hour;

/** Lives through some days with many portals, and judges what was told of them. The same seed tells the same story. */
export async function soak({
  portals,
  days,
  seed,
  tell = () => undefined,
  sabotage = {},
}: SoakOptions): Promise<Soaked> {
  const luck = createLuck(seed);
  const start = starts[(seed - 1) % starts.length] ?? 0;
  const time = new SettlingClock(start);
  const note = (text: string): void => tell(`${stamp(time.now())} ${text}`);
  const until = start + days * day;
  const span = { from: start, to: until };
  const fleet = foundFleet(portals, time, span, luck.fork('fleet'));
  const weathers = fleet.map(
    (portal) => new Weather(portal, time, span, luck.fork(`weather ${portal.id}`), note),
  );
  const watched = new Watched(time);
  const remote = new Map(fleet.map((portal) => [portal.id, !isLoopback(portal)]));
  const judge = new Judge(
    weathers,
    { now: () => time.now(), wall: () => time.wall(), watched: (id) => watched.of(remote.get(id) ?? true) },
    note,
  );
  const archives = new ArchiveDisk(time, span, luck.fork('folders'), note);
  const carrier = new Carrier(weathers, luck.fork('carrier'));
  const machine = new Machine({
    time,
    fleet,
    keys: await sealedKeys(fleet),
    carrier,
    judge,
    archives,
    luck: luck.fork('machine'),
    watched,
    sabotage,
    note,
  });
  const owner = { time, machine, judge, carrier, weathers, luck: luck.fork('owner'), until, note };
  machine.start();
  live(owner);
  wantArchives(owner);
  await time.live(until);
  await calmDown(owner);
  judge.close(archives);
  return { seed, figures: judge.figures, flaws: judge.flaws };
}

/** All goes well from now on, for long enough to be told what there is to tell. */
async function calmDown(owner: Parameters<typeof live>[0]): Promise<void> {
  const { time, machine, carrier, weathers, note } = owner;
  note('from here on all goes well');
  for (const weather of weathers) weather.clear();
  machine.notifications = 'taken';
  carrier.network = null;
  if (machine.process !== null)
    Object.assign(machine.process, { effectsToLive: Infinity, diesTelling: false, diesNaming: false });
  machine.start();
  machine.resume();
  machine.happens({ type: 'notificationsBack' });
  for (const weather of weathers) {
    for (let tries = 0; weather.wantsKey && tries < 20; tries += 1) {
      enterKey(owner, weather);
      await time.live(time.now() + 2 * minute);
    }
  }
  machine.checkNow();
  await time.live(time.now() + calm);
}

function stamp(now: number): string {
  return new Date(now).toISOString().slice(5, 19).replace('T', ' ');
}
