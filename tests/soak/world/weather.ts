import { day, hour, minute, second } from '../../../src/core/base/time.ts';
import type { Luck } from '../luck.ts';
import type { Condition } from './conditions.ts';
import { begin, mend, takesTheKey } from './conditions.ts';
import { type FaultName, faults, type Fate, honestly } from './faults.ts';
import type { FleetPortal } from './fleet.ts';
import type { SimulatedClock } from '../../support/time/simulatedClock.ts';

/** One answer in so many is spoiled for no reason. */
const stray = 1 / 300;
const outageEach = 1.2 * day;
const conditionEach = 8 * day;

const names = Object.keys(faults).filter((name): name is FaultName => name in faults);
const conditions: Condition[] = [
  'suspended',
  'restored',
  'encrypted',
  'keyOff',
  'keyLimited',
  'administratorNoMore',
  'addressBlocked',
  'tariffRunOut',
  'archivesGone',
];

/** Nobody gets anything then; nobody gets what the key opens. */
const closed: ReadonlySet<Condition> = new Set(['suspended', 'restored', 'encrypted', 'tariffRunOut']);
const locked: ReadonlySet<Condition> = new Set([
  'keyOff',
  'keyLimited',
  'administratorNoMore',
  'addressBlocked',
]);

/** What goes wrong at one portal and on the way to it, decided before the story begins. */
export class Weather {
  readonly portal: FleetPortal;
  condition: Condition | null = null;
  /** The old key is gone for good: somebody has to enter another one, and has not yet. */
  wantsKey = false;
  readonly #luck: Luck;
  readonly #note: (text: string) => void;
  #outage: { name: FaultName; share: number } | null = null;

  constructor(
    portal: FleetPortal,
    time: SimulatedClock,
    span: { from: number; to: number },
    luck: Luck,
    note: (text: string) => void,
  ) {
    this.portal = portal;
    this.#luck = luck;
    this.#note = (text) => note(`${portal.id} ${text}`);
    this.#planOutages(time, span);
    this.#planConditions(time, span);
  }

  /** What happens to the next request. */
  fate(withKey: boolean): Fate {
    const luck = this.#luck;
    if (this.condition === 'addressBlocked' && withKey) return faults.forbidden(luck);
    const outage = this.#outage;
    const spoils = outage !== null && luck.happens(outage.share);
    const fault = spoils ? outage.name : luck.happens(stray) ? luck.pick(names) : null;
    // Only what is asked with a key needs the database to know it.
    return fault === null || (fault === 'hiccup' && !withKey) ? honestly(luck) : faults[fault](luck);
  }

  /** What takes longer than an answer breaks off: as often as answers are spoiled. */
  breaksOff(luck: Luck): boolean {
    if (this.condition !== null && closed.has(this.condition)) return true;
    return this.#outage !== null && luck.happens(this.#outage.share);
  }

  /** Whoever asks with the key is not let in. */
  get refusesKey(): boolean {
    return this.condition !== null && locked.has(this.condition);
  }

  /** Somebody entered another key, or mended what was wrong. */
  mend(): void {
    mend(this.portal);
    if (this.condition !== null) this.#note(`is well again (${this.condition})`);
    this.condition = null;
  }

  /** From now on nothing goes wrong any more. */
  clear(): void {
    this.#outage = null;
    if (this.condition !== null && !takesTheKey(this.condition)) this.mend();
  }

  #planOutages(time: SimulatedClock, { from, to }: { from: number; to: number }): void {
    const luck = this.#luck;
    for (let at = from; at < to;) {
      at += -Math.log(1 - luck.draw()) * outageEach;
      if (at >= to) return;
      const name = luck.pick(names);
      const length = luck.stretch(second, name === 'hiccup' ? 100 * second : 10 * hour);
      const share = luck.happens(0.7) ? 1 : luck.between(0.2, 0.95);
      time.at(at, () => {
        this.#outage = { name, share };
        this.#note(
          `answers with ${name} to ${Math.round(share * 100)} % for ${Math.round(length / second)} s`,
        );
      });
      time.at(Math.min(at + length, to), () => (this.#outage = null));
      at += length;
    }
  }

  #planConditions(time: SimulatedClock, { from, to }: { from: number; to: number }): void {
    const luck = this.#luck;
    for (let at = from; at < to;) {
      at += -Math.log(1 - luck.draw()) * conditionEach;
      const length = luck.stretch(2 * minute, 12 * hour);
      const condition = luck.pick(conditions);
      if (at >= to) return;
      time.at(at, () => {
        if (this.condition !== null) return;
        this.condition = condition;
        begin(this.portal, condition, length / second);
        this.#note(`is now: ${condition}`);
      });
      time.at(Math.min(at + length, to), () => {
        if (this.condition !== condition) return;
        if (takesTheKey(condition)) this.wantsKey = true;
        else this.mend();
      });
      at += length;
    }
  }
}
