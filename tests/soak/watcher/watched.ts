import type { SimulatedClock } from '../../support/time/simulatedClock.ts';

/** How long the application has watched in all: awake, running, not paused; and, for most portals, with a network. */
export class Watched {
  readonly #time: SimulatedClock;
  readonly #total = { online: 0, anyhow: 0 };
  #online = false;
  #anyhow = false;
  #since: number;

  constructor(time: SimulatedClock) {
    this.#time = time;
    this.#since = time.now();
  }

  set(online: boolean, anyhow: boolean): void {
    this.#count();
    this.#online = online;
    this.#anyhow = anyhow;
  }

  of(needsNetwork: boolean): number {
    this.#count();
    return needsNetwork ? this.#total.online : this.#total.anyhow;
  }

  #count(): void {
    const passed = this.#time.now() - this.#since;
    if (this.#online) this.#total.online += passed;
    if (this.#anyhow) this.#total.anyhow += passed;
    this.#since = this.#time.now();
  }
}
