import { type Question, requestFor } from '../../../src/core/docspace/question.ts';
import type { ApiRequest } from '../../../src/core/docspace/request.ts';
import type { Transport } from '../../../src/main/network/transport.ts';
import { type Came, dropped } from '../world/faults.ts';
import type { SettlingClock } from '../world/settlingClock.ts';
import { type Carrier, type Delivery, notTruthful } from './carrier.ts';
import type { Witness } from './witness.ts';

export type FlightParts = {
  time: SettlingClock;
  carrier: Carrier;
  witness: Pick<Witness, 'asks' | 'hears' | 'moves' | 'leaks'>;
  /** How often each question is asked: more than once, where the application is to do wrong. */
  times: number;
  /** It sends all that it sends without encryption, where it is to do wrong. */
  plainly: boolean;
  /** Whether the application lives. */
  isAlive: () => boolean;
  /** Something is about to be done: whether the application lives to do it. */
  lives: () => boolean;
  /** The portal that gets a key now. */
  connecting: () => string;
};

/** What nobody watches teaches the application nothing about backups. */
const connectPool = 'connect';

const scopes = ['portal', 'server'] as const;
const questions: Question[] = [
  ...scopes.flatMap((scope): Question[] => [
    { ask: 'progress', scope },
    { ask: 'history', scope },
    { ask: 'schedule', scope },
  ]),
  { ask: 'timeZone' },
  { ask: 'freeBackups' },
  { ask: 'settings' },
  { ask: 'version' },
  { ask: 'key' },
  { ask: 'self' },
  { ask: 'restore' },
];
const questionsByRequest = new Map(questions.map((question) => [nameOf(requestFor(question)), question]));

/** The settings are asked with the key and without, each for something else. */
function nameOf({ path, withKey }: ApiRequest): string {
  return withKey ? `${path} with the key` : path;
}

/** The application's requests, on their way through the world. */
export class Flights implements Transport {
  readonly #parts: FlightParts;
  readonly #landings = new Map<(delivery: Delivery) => void, string>();

  constructor(parts: FlightParts) {
    this.#parts = parts;
  }

  async ask(pool: string, origin: string, request: ApiRequest): Promise<Came> {
    const { time, carrier, witness, connecting, isAlive, lives } = this.#parts;
    return new Promise((resolve) => {
      // Who has been killed hears nothing.
      if (!lives()) return;
      const portal = pool === connectPool ? connecting() : pool;
      const errand = carrier.send(portal, origin, request);
      if (request.withKey && (this.#parts.plainly || origin.startsWith('http:'))) witness.leaks(portal);
      const hears = this.#watch(pool, request, errand.reaches);
      const cameAt = time.now() + errand.delay;
      const land = (delivery: Delivery): void => {
        if (!isAlive() || !this.#landings.delete(land)) return;
        const confirm = hears(delivery, cameAt);
        resolve(delivery.came);
        time.settle(() => {
          if (!isAlive()) return;
          confirm();
          if (delivery.moved) witness.moves(portal);
        });
      };
      this.#landings.set(land, pool);
      time.soon(errand.delay, () => {
        if (this.#landings.has(land)) land(errand.arrive());
      });
    });
  }

  drop(pool?: string): void {
    for (const [land, owner] of this.#landings) {
      if (pool === undefined || owner === pool) this.#parts.time.soon(1, () => land(notTruthful(dropped)));
    }
  }

  /** The witness notes what is asked about a portal that is watched. Gives how it notes the answer. */
  #watch(pool: string, request: ApiRequest, reaches: boolean): (came: Delivery, at: number) => () => void {
    const { witness, times } = this.#parts;
    const question = questionsByRequest.get(nameOf(request));
    if (question === undefined) throw new Error(`nobody knows the question ${request.path}`);
    if (pool === connectPool) return () => () => undefined;
    if (reaches) for (let time = 0; time < times; time += 1) witness.asks(pool, question);
    return (delivery, cameAt) => witness.hears(pool, question, delivery, cameAt);
  }
}
