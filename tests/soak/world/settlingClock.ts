import { SimulatedClock } from '../../support/time/simulatedClock.ts';

/** The time of the soak, in which the application is at work on promises: no time passes before those are done. */
export class SettlingClock extends SimulatedClock {
  #settling: Array<() => void> = [];

  /** The application has begun to work on promises. When all of that is done this happens. */
  settle(then: () => void = () => undefined): void {
    this.#settling.push(then);
  }

  /** Lets time pass until then. */
  async live(until: number): Promise<void> {
    do {
      if (this.#settling.length > 0) await this.#settled();
    } while (this.step(until));
  }

  async #settled(): Promise<void> {
    while (this.#settling.length > 0) {
      const happenings = this.#settling.splice(0);
      await new Promise((resolve) => void setImmediate(resolve));
      for (const happen of happenings) happen();
    }
  }
}
