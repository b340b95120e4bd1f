import { day, hour, second } from '../../src/core/base/time.ts';
import type { DrivenApplication } from '../support/desktop/drivenApplication.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import type { Portal } from '../support/docspace/portal/portal.ts';
import type { SimulatedClock } from '../support/time/simulatedClock.ts';
import type { Scene } from './scene.ts';

/**
 * A week that passes by the test's hand, for the portals and for the application: its wall clock, and the steady one
 * that stands still while the machine sleeps, are set to those of the portals.
 */
export class Week {
  readonly application: DrivenApplication;
  /** All that is to be told, in order, and words that are to be in it. */
  readonly expected: { title: string; words: (string | RegExp)[] }[] = [];
  /** Its Monday, the hours of which are counted from midnight. */
  readonly #monday: number;
  readonly #scene: Scene;
  readonly #portals: Portal[];

  private constructor(scene: Scene, portals: Portal[], application: DrivenApplication, monday: number) {
    this.#scene = scene;
    this.#portals = portals;
    this.application = application;
    this.#monday = monday;
  }

  /** Adds the portals in the application's window, closes it, and lets the week begin on Monday at 8:00 UTC. */
  static async begin(scene: Scene, others: Portal[]): Promise<Week> {
    const application = await scene.startWatching();
    const page = await application.page();
    for (const portal of others) await scene.addPortal(page, portal);
    await page.close();
    const { clock } = scene.portal;
    // The epoch began on a Thursday.
    const monday = (Math.floor((clock.now() / day + 3) / 7) + 1) * 7 * day - 3 * day;
    const week = new Week(scene, [scene.portal, ...others], application, monday);
    await week.until(0, 8);
    return week;
  }

  /** An hour of a day; Monday is 0. */
  at(dayOfWeek: number, hours: number): number {
    return this.#monday + dayOfWeek * day + hours * hour;
  }

  /** Lets time pass until then, and every portal be asked. */
  async until(dayOfWeek: number, hours: number): Promise<void> {
    await this.pass(this.at(dayOfWeek, hours) - this.#scene.portal.clock.now());
  }

  /** The machine is shut until then: its wall clock goes on, and its timers do not. */
  async sleepsUntil(dayOfWeek: number, hours: number): Promise<void> {
    const { clock } = this.#scene.portal;
    clock.sleep(this.at(dayOfWeek, hours) - clock.now());
    await this.look();
  }

  /** Lets so much time pass, and every portal be asked. */
  async pass(length: number): Promise<void> {
    this.#scene.portal.clock.pass(length);
    await this.look();
  }

  /** Every portal says how its backup is: another question that waits comes first, once. */
  async look(): Promise<void> {
    await this.#ask();
    await this.#ask();
  }

  /** Lets seconds pass until it is so. */
  async soon(what: string | (() => string), isSo: () => boolean | Promise<boolean>): Promise<void> {
    await waitFor(what, async () => {
      if (await isSo()) return true;
      await this.#ask();
      return false;
    });
  }

  /**
   * Every portal is asked one question, and answers it: "Check now" brings at once what comes by itself within a minute.
   * Both clocks of the application stand still in between, so that it asks nothing in the middle of a jump.
   */
  async #ask(): Promise<void> {
    await askAfter(3 * second, this.#scene, this.application, this.#portals);
    await this.#takeAnswers();
  }

  /**
   * All is answered, and the application has taken it in. Else the clocks would go on without an answer that is on its
   * way, and the end of a backup be told before the portal's list was read.
   */
  async #takeAnswers(): Promise<void> {
    await waitFor('all answers', () =>
      this.#portals.every(({ requests }) => requests.every(({ status }) => status !== undefined)),
    );
    await this.application.electron.evaluate(async () => new Promise((resolve) => setImmediate(resolve)));
  }

  /** Waits for the next notification, which is to be this; what is in it is compared when the week is over. */
  async tells(title: string, ...words: (string | RegExp)[]): Promise<void> {
    const { asked } = this.#scene.notifications;
    const index = this.expected.length;
    this.expected.push({ title, words });
    await this.soon(
      () => `"${title}"; it is "${asked[index]?.summary}"`,
      () => asked[index]?.summary === title,
    );
  }
}

/** Half a minute passes for portal and application, and the portal is asked. */
export async function lookLater(scene: Scene, application: DrivenApplication): Promise<void> {
  await askAfter(31 * second, scene, application, [scene.portal]);
}

/** So much time passes for portals and application, whose clocks then stand still, and each of the portals is asked. */
async function askAfter(
  length: number,
  scene: Scene,
  application: DrivenApplication,
  portals: readonly Portal[],
): Promise<void> {
  const { clock } = scene.portal;
  clock.pass(length);
  const asked = portals.map(({ requests }) => requests.length);
  await setClocks(application, clock);
  await waitFor('a question to each portal', async () => {
    // Again where an answer was still on its way: nobody is asked twice, since the clocks stand still.
    await (await scene.item()).clickMenu('Check now');
    return portals.every(({ requests }, index) => requests.length > (asked[index] ?? 0));
  });
}

/** Sets both clocks of the application to this one, where they then stand. */
async function setClocks(
  { electron }: DrivenApplication,
  clock: Pick<SimulatedClock, 'wall' | 'steady'>,
): Promise<void> {
  await electron.evaluate(
    (_electron, clocks) => {
      Date.now = () => clocks.wall;
      performance.now = () => clocks.steady;
    },
    { wall: clock.wall(), steady: clock.steady() },
  );
}
