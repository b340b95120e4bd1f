import { day, hour, minute, second } from '../../../src/core/base/time.ts';
import type { Judge } from '../judge/judge.ts';
import type { Luck } from '../luck.ts';
import type { FaultName } from '../world/faults.ts';
import { keyOf } from '../world/fleet.ts';
import type { SettlingClock } from '../world/settlingClock.ts';
import type { Weather } from '../world/weather.ts';
import type { Carrier } from './carrier.ts';
import type { Machine } from './machine.ts';

export type OwnerParts = {
  time: SettlingClock;
  machine: Machine;
  judge: Judge;
  carrier: Carrier;
  weathers: readonly Weather[];
  luck: Luck;
  until: number;
  note: (text: string) => void;
};

type Deed = (owner: OwnerParts) => number;

const pauseBetween = 1.3 * hour;
const keyLook = 5 * minute;

// What a week with a laptop holds. Each deed says how long it takes, and sees to its own end.
const deeds: ReadonlyArray<readonly [weight: number, deed: Deed]> = [
  [18, sleep],
  [2, pretendSleep],
  [3, unplug],
  [2, setClock],
  [2, pause],
  [6, lookAtWindow],
  [2, checkNow],
  [3, checkEachSecond],
  [2, quit],
  [3, killSoon],
  [2, killTelling],
  [1, killNow],
  [2, loseNotifications],
  [2, meetHotel],
];

/** A length of time, short or long; whatever it is, it is over when the story is. */
function lasting({ luck, time, until }: OwnerParts, least: number, most: number): number {
  return Math.min(luck.stretch(least, most), until - time.now());
}

function sleep(owner: OwnerParts): number {
  const length = lasting(owner, minute, 14 * hour);
  const tells = owner.luck.weigh([
    [5, 'both'],
    [2, 'sleepOnly'],
    [3, 'nothing'],
  ] as const);
  owner.machine.sleep(length, tells);
  return length;
}

function pretendSleep({ machine }: OwnerParts): number {
  machine.pretendSleep();
  return 0;
}

function unplug(owner: OwnerParts): number {
  const { machine, time } = owner;
  const length = lasting(owner, 3 * second, 4 * hour);
  machine.plug(false);
  time.at(time.now() + length, () => machine.plug(true));
  return length;
}

/** By an hour or a day, either way; later somebody or the network's time sets it right. */
function setClock({ machine, luck, time }: OwnerParts): number {
  const by =
    time.wallShift === 0 ? luck.pick([hour, -hour, day, -day, 50 * second, -50 * second]) : -time.wallShift;
  machine.setClock(by);
  return 0;
}

function pause(owner: OwnerParts): number {
  const { machine, luck, time } = owner;
  const length = lasting(owner, minute, 8 * hour);
  machine.pause(luck.happens(0.5) ? Infinity : time.wall() + length);
  time.at(time.now() + length, () => machine.resume());
  return length;
}

function lookAtWindow(owner: OwnerParts): number {
  const { machine, luck, time } = owner;
  const length = lasting(owner, 3 * second, 20 * minute);
  const end = time.now() + length;
  machine.window('windowOpened');
  for (let at = time.now() + 300; at < end; at += luck.stretch(second, 5 * minute)) {
    time.at(at, () => machine.see());
    if (luck.happens(0.15)) time.at(at, () => machine.checkNow());
  }
  time.at(end, () => machine.window(luck.happens(0.5) ? 'windowBlurred' : 'windowClosed'));
  return length;
}

function checkNow({ machine, luck, time }: OwnerParts): number {
  for (let count = luck.between(1, 6); count > 0; count -= 1) {
    time.at(time.now() + luck.stretch(50, 5000), () => machine.checkNow());
  }
  return 10 * second;
}

/** Somebody who cannot wait for the end of a backup. */
function checkEachSecond(owner: OwnerParts): number {
  const { machine, time } = owner;
  const length = lasting(owner, 5 * second, 10 * minute);
  for (let at = 0; at < length; at += second) time.at(time.now() + at, () => machine.checkNow());
  return length;
}

function quit(owner: OwnerParts): number {
  const { machine, time } = owner;
  const length = lasting(owner, second, 30 * hour);
  machine.quit();
  time.at(time.now() + length, () => machine.start());
  return length;
}

/** Killed in the middle of whatever it does next. */
function killSoon({ machine, luck }: OwnerParts): number {
  if (machine.process !== null) machine.process.effectsToLive = Math.floor(luck.stretch(1, 400)) - 1;
  return 5 * minute;
}

/** Killed the next time it has shown a notification, before that is saved. */
function killTelling({ machine }: OwnerParts): number {
  if (machine.process !== null) machine.process.diesTelling = true;
  return minute;
}

function killNow({ machine, luck }: OwnerParts): number {
  machine.kill();
  return luck.stretch(second, 3 * hour);
}

function loseNotifications(owner: OwnerParts): number {
  const { machine, luck, time, note } = owner;
  const length = lasting(owner, 10 * second, 5 * hour);
  machine.notifications = luck.happens(0.6) ? 'refused' : 'hung';
  note(`notifications are ${machine.notifications}`);
  time.at(time.now() + length, () => {
    machine.notifications = 'taken';
    note('notifications are shown again');
    machine.happens({ type: 'notificationsBack' });
  });
  // The rest of the week goes on meanwhile.
  return 0;
}

/** A network that answers everything itself: a hotel, a train, a name server that died. */
function meetHotel(owner: OwnerParts): number {
  const { carrier, luck, time, note } = owner;
  const length = lasting(owner, 20 * second, 3 * hour);
  const fault = luck.pick<FaultName>([
    'page',
    'certificate',
    'nameless',
    'routeless',
    'halfOpen',
    'redirected',
    'limited',
  ]);
  carrier.network = fault;
  note(`the network answers everything with ${fault}`);
  time.at(time.now() + length, () => {
    carrier.network = null;
    note('the network answers as it should');
  });
  return length;
}

/** Lets the owner live on this machine: one thing after the other, for as long as the story lasts. */
export function live(owner: OwnerParts): void {
  const { time, luck, until, weathers } = owner;
  const next = (): void => {
    if (time.now() >= until) return;
    const length = luck.weigh(deeds)(owner);
    time.at(time.now() + length + -Math.log(1 - luck.draw()) * pauseBetween, next);
  };
  const keys = (): void => {
    const weather = luck.pick(weathers);
    if (weather.wantsKey) enterKey(owner, weather);
    if (time.now() < until) time.at(time.now() + keyLook, keys);
  };
  time.at(time.now() + luck.stretch(minute, 3 * hour), next);
  time.at(time.now() + keyLook, keys);
  restart(owner);
}

/** What was killed is started again within minutes. */
function restart(owner: OwnerParts): void {
  const { time, machine, luck, until } = owner;
  time.at(time.now() + luck.stretch(5 * second, 20 * minute), () => {
    if (time.now() >= until) return;
    if (!machine.closed && !time.asleep) machine.start();
    restart(owner);
  });
}

/** The owner makes another key, and enters it where the old one was refused. A portal that wants one gets one later. */
export function enterKey({ time, machine, note }: OwnerParts, weather: Weather): void {
  if (machine.process === null || time.asleep) return;
  const { id, origin } = weather.portal;
  note(`${id} gets another key`);
  weather.mend();
  machine.process.enterKey(id, origin, keyOf(weather.portal));
}
