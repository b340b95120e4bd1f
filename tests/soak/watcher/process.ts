import type { Event } from '../../../src/core/event.ts';
import { parseSavedWatch } from '../../../src/core/watch/savedWatch.ts';
import { type Question, parseReply, type Reply } from '../../../src/core/docspace/question.ts';
import { succeed } from '../../../src/core/base/result.ts';
import { parseSettings } from '../../../src/core/settings.ts';
import { initialState, type State } from '../../../src/core/state.ts';
import { type AnnouncementId, announcementIdsOf } from '../../../src/core/news/delivery.ts';
import { createEngine, type Engine, type OuterEffect } from '../../../src/main/engine/engine.ts';
import { application } from '../../support/given.ts';
import type { Luck } from '../luck.ts';
import { dropped } from '../world/faults.ts';
import type { SimulatedClock } from '../../support/time/simulatedClock.ts';
import type { Carrier, Delivery } from './carrier.ts';
import type { Witness } from './witness.ts';

/** What is on the disk: text, as the real files hold it. */
export type Disk = { settings: string; savedWatches: Map<string, string> };

/** What the desktop does with a notice. */
export type Notices = 'taken' | 'refused' | 'hung';

/** An application that does wrong, to see whether the judge notices. */
export type Sabotage = {
  /** What is really shown of what it wants to show. */
  shown?: (items: readonly AnnouncementId[]) => AnnouncementId[];
  /** How often it asks each question. */
  times?: number;
};

export type Surroundings = {
  time: SimulatedClock;
  disk: Disk;
  carrier: Carrier;
  witness: Witness;
  luck: Luck;
  notices: () => Notices;
  sabotage: Sabotage;
};

/** A question that is asked, and who hears the answer before the application takes it in. */
type Asking = {
  portal: string;
  question: Question;
  /** Called when the question gets to the portal. */
  reaches: () => void;
  hears: (delivery: Delivery, cameAt: number) => () => void;
};

/** Thrown out of whatever was going on when the process is killed. */
class Killed extends Error {}

/** When the notification server does not answer, the bus gives up after so long. */
const patience = 5000;

/** One life of the application: the real engine and core, begun from what is on the disk. */
export class Process {
  alive = true;
  /** After so many more effects it is killed. */
  effectsToLive = Infinity;
  /** It is killed as soon as a notice was shown, before that is saved. */
  diesTelling = false;
  /** Somebody wants to know when it is killed. */
  onDeath = (): void => undefined;
  readonly #around: Surroundings;
  readonly #engine: Engine;
  #flights = new Set<(delivery: Delivery) => void>();

  constructor(around: Surroundings) {
    this.#around = around;
    const { time, luck, carrier } = around;
    const clock = time.clockFor(() => this.alive);
    const guarded = {
      ...clock,
      after: (delay: number, wake: () => void) => clock.after(delay, () => this.#survives(wake)),
    };
    this.#engine = createEngine(
      this.#recall(),
      {
        saveSettings: (settings) => {
          this.#live();
          around.disk.settings = JSON.stringify(settings);
          return true;
        },
        saveWatch: (portal, memory) => {
          this.#live();
          around.disk.savedWatches.set(portal, JSON.stringify(memory));
          return true;
        },
        runEffect: (effect, state) => {
          this.#live();
          this.#perform(effect, state);
        },
        present: () => undefined,
        isOnline: () => carrier.plugged,
      },
      guarded,
      luck.draw,
    );
  }

  get state(): State {
    return this.#engine.state();
  }

  /** Something happens to it. Tells whether it lived through that. */
  happens(event: Event): boolean {
    return this.#survives(() => this.#engine.dispatch(event));
  }

  /** Ends it: by its user, or by nobody's leave. */
  end(): void {
    this.alive = false;
    this.#engine.stop();
    this.#flights.clear();
  }

  #survives(step: () => void): boolean {
    if (!this.alive) return false;
    try {
      step();
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    return this.alive;
  }

  #live(): void {
    if (this.effectsToLive <= 0) this.#die();
    this.effectsToLive -= 1;
  }

  #die(): never {
    this.end();
    this.onDeath();
    throw new Killed();
  }

  #recall(): State {
    const { disk, time, luck } = this.#around;
    const { settings } = parseSettings(JSON.parse(disk.settings));
    const savedWatches = [...disk.savedWatches].flatMap(([id, stored]) => {
      const memory = parseSavedWatch(JSON.parse(stored));
      if (memory === null) throw new Error(`what was saved of ${id} cannot be read: ${stored}`);
      return [[id, memory] as const];
    });
    return initialState(settings, new Map(savedWatches), application, time.wall(), luck.draw);
  }

  #perform(effect: OuterEffect, state: State): void {
    const { time, witness } = this.#around;
    switch (effect.do) {
      case 'query': {
        const { portal, question, ticket } = effect;
        return this.#ask(
          {
            portal,
            question,
            reaches: () => {
              for (let times = this.#around.sabotage.times ?? 1; times > 0; times -= 1)
                witness.asks(portal, question);
            },
            hears: (delivery, cameAt) => witness.hears(portal, question, delivery, cameAt),
          },
          (reply) => ({ type: 'replied', portal, ticket, reply }),
        );
      }
      case 'probe': {
        const { attempt, question } = effect;
        const portal = state.connect.portal ?? '';
        // What is asked while a key is entered teaches the application nothing about backups.
        const nothing = (): void => undefined;
        return this.#ask({ portal, question, reaches: nothing, hears: () => nothing }, (reply) => ({
          type: 'connectReplied',
          attempt,
          reply,
        }));
      }
      case 'store': {
        const { attempt, portal } = effect;
        const stored = succeed({ portal: { ...portal, id: portal.id ?? '' }, kept: 'sealed' as const });
        return time.soon(5, () => {
          witness.renews(stored.value.portal.id);
          this.happens({ type: 'connectStored', attempt, stored });
        });
      }
      case 'notify':
        return this.#notify(announcementIdsOf(effect.notice), state);
      case 'dropConnections':
        for (const land of this.#flights) time.soon(1, () => land({ came: dropped, truthful: false }));
        return;
      case 'open':
      case 'copy':
      case 'forget':
      case 'dropAttempt':
      case 'readCertificate':
        return;
      default:
        return effect satisfies never;
    }
  }

  #ask({ portal, question, reaches, hears }: Asking, eventOf: (reply: Reply) => Event): void {
    const { time, carrier } = this.#around;
    const errand = carrier.send(portal, question);
    if (errand.reaches) reaches();
    const cameAt = time.now() + errand.delay;
    const land = (delivery: Delivery): void => {
      if (!this.alive || !this.#flights.delete(land)) return;
      const event = eventOf(parseReply(question, delivery.came, time.wall()));
      const confirm = hears(delivery, cameAt);
      if (this.happens(event)) confirm();
    };
    this.#flights.add(land);
    time.soon(errand.delay, () => {
      if (this.#flights.has(land)) land(errand.arrive());
    });
  }

  #notify(items: AnnouncementId[], state: State): void {
    const { luck, notices, witness, sabotage } = this.#around;
    const mode = notices();
    if (mode === 'taken') witness.tells(sabotage.shown?.(items) ?? items, state, 'notice');
    if (mode === 'taken' && this.diesTelling) this.#die();
    const delay = mode === 'hung' ? patience : luck.stretch(2, 1500);
    this.#around.time.soon(delay, () => {
      if (
        this.happens({ type: mode === 'taken' ? 'noticeShown' : 'noticeRefused', items }) &&
        mode === 'taken'
      ) {
        witness.settles(items);
      }
    });
  }
}
