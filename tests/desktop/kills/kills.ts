import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createLuck, type Luck } from '../../soak/luck.ts';
import type { Count } from '../../soak/judge/figures.ts';
import type { Child } from '../../support/desktop/child.ts';
import type { ShownNotification } from '../../support/desktop/notificationServer.ts';
import { Hopeless, waitFor } from '../../support/desktop/waitFor.ts';
import { Scene } from '../scene.ts';
import { FastBackups } from './backups.ts';
import { Observer } from './observer.ts';

export type Killed = { kills: number; count: Count; flaws: string[] };

/** When it is killed: some time after its start, as soon as it asks something, or as soon as it shows a notification. */
type Moment = { at: 'some time' | 'question' | 'notification'; life: number; after: number };

/** How long one life lasts at most, and one step of the portal's time. Milliseconds. */
const longestLife = 12_000;
const step = 20;
/** How often its user asks for a look. */
const checkEach = 2200;

/** Starts the built application and kills it, again and again, while fast backups come and go; then counts what was told. */
export async function killAgainAndAgain(
  kills: number,
  seed: number,
  say = (_line: string): void => undefined,
): Promise<Killed> {
  const luck = createLuck(seed);
  let notifications = 0;
  let onNotification = (_notification: ShownNotification): void => undefined;
  await using scene = await Scene.open({
    notifications: {
      heard: (notification) => {
        notifications += 1;
        onNotification(notification);
      },
    },
  });
  await (await scene.startWatching()).stop();
  const backups = new FastBackups(scene.portal, luck.fork('backups'));
  const observed = new Observer(scene.portal, backups.jobs, path.join(scene.desktop.home, 'user-data'));
  const world = { scene, backups, notifications: () => notifications };
  for (let kill = 1; kill <= kills; kill += 1) {
    const moment = momentOf(luck);
    const application = await scene.start();
    // At once: the application is still waiting for the answer of the notification server.
    onNotification = (notification) => {
      observed.notification(notification);
      if (moment.at === 'notification' && moment.after === 0) application.kill();
    };
    await untilMoment(world, application, moment);
    application.kill();
    await application.exited;
    observed.killed();
    const { tellable, told } = observed.count().count;
    say(`kill ${kill} of ${kills}, at ${moment.at}: ${told} of ${tellable} endings told so far`);
  }
  onNotification = (notification) => observed.notification(notification);
  await comeToRest(world, observed);
  return { kills, ...observed.count() };
}

export function described({ tellable, told, lost, doubled, doubledByKill }: Count): string {
  return `${tellable} endings, ${told} told, ${lost} lost, ${doubled} doubled, ${doubledByKill} told again after a kill between showing and saving`;
}

type KillingGround = { scene: Scene; backups: FastBackups; notifications: () => number };

function momentOf(luck: Luck): Moment {
  const at = luck.weigh<Moment['at']>([
    [3, 'some time'],
    [3, 'question'],
    [4, 'notification'],
  ]);
  return { at, life: luck.stretch(300, 9000), after: at === 'some time' ? 0 : luck.pick([0, 0, 5, 20, 60]) };
}

/** Lets time pass, in the portal as well, until it is to be killed. */
async function untilMoment(
  world: KillingGround,
  application: Child,
  { at, life, after }: Moment,
): Promise<void> {
  const began = performance.now();
  const before = { questions: world.scene.portal.requests.length, notifications: world.notifications() };
  const isReached = (): boolean => {
    if (at === 'question') return world.scene.portal.requests.length > before.questions;
    return at === 'notification'
      ? world.notifications() > before.notifications
      : performance.now() - began >= life;
  };
  const checking = setInterval(() => checkNow(world.scene), checkEach);
  try {
    await waitFor(
      'the moment to kill it',
      () => {
        const { exit } = application;
        if (exit !== undefined && exit.signal !== 'SIGKILL') throw new Hopeless('it has ended by itself');
        passTime(world);
        return exit !== undefined || isReached() || performance.now() - began > longestLife;
      },
      { timeout: longestLife + 5000, every: step },
    );
    await pause(after);
  } finally {
    clearInterval(checking);
  }
}

/** The user asks for a look, by the tray's menu. An application that is just starting or dying does not hear it. */
function checkNow(scene: Scene): void {
  scene
    .item()
    .then(async (item) => item.clickMenu('Check now'))
    .catch(() => undefined);
}

function passTime({ scene, backups }: KillingGround): void {
  // The portal's clock goes by the real one, which is what the application goes by.
  scene.portal.clock.run(Date.now());
  backups.goOn();
}

/** One more life, in which nothing happens to it: what is left to be told is told now. */
async function comeToRest(world: KillingGround, observer: Observer): Promise<void> {
  const over = world.backups.stop();
  await waitFor(
    'the last backup to be over',
    () => {
      passTime(world);
      return world.scene.portal.clock.now() > over;
    },
    { timeout: 60_000, every: step },
  );
  await world.scene.start();
  const looked = world.scene.looks();
  const end = performance.now() + 30_000;
  await waitFor(
    'everything to be told',
    () => {
      passTime(world);
      // Two looks confirm what vanished; what then is still missing would not come by waiting for it.
      const asked = world.scene.looks() - looked >= 3;
      return (asked && observer.count().count.lost === 0) || performance.now() > end;
    },
    { timeout: 60_000, every: step },
  );
}
