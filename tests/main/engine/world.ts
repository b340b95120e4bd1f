import type { Event } from '../../../src/core/event.ts';
import type { Failure } from '../../../src/core/net/failure.ts';
import type { Portal } from '../../../src/core/portal.ts';
import type { Question, Reply } from '../../../src/core/docspace/question.ts';
import { fail, type Result, succeed } from '../../../src/core/base/result.ts';
import type { ProgressReading } from '../../../src/core/docspace/progress.ts';
import type { State } from '../../../src/core/state.ts';
import { createEngine, type Engine, type OuterEffect } from '../../../src/main/engine/engine.ts';
import { acme, half, nothing, stateOf } from '../../support/given.ts';
import { SimulatedClock } from '../../support/time/simulatedClock.ts';

const endlessKey = { name: '', readsBackups: true, writes: false, readOnly: true, expiresAt: null };

function answerAside(question: Question): Reply | null {
  switch (question.ask) {
    case 'key':
      return { ...question, got: succeed(endlessKey) };
    case 'schedule':
      return { ...question, got: succeed({ schedule: null, target: null, ahead: 0 }) };
    case 'timeZone':
      return { ...question, got: succeed(null) };
    default:
      return null;
  }
}

/** An engine in a world that the test decides over, and all it did there, in order. */
export class World {
  readonly clock: SimulatedClock = new SimulatedClock();
  readonly engine: Engine;
  /** What was done: "save settings", "save acme", "look", "notify" …, "present". */
  readonly done: string[] = [];
  readonly shown: State[] = [];
  online = true;
  /** What cannot be saved now: "settings", or a portal's id. */
  full = new Set<string>();
  /** What looks find. Undefined: nothing ever comes back. */
  answer: Result<ProgressReading, Failure> | undefined = succeed(nothing);
  /** Called with each outer effect before anything else is done. */
  onPerform: (effect: OuterEffect) => void = () => undefined;
  onPresent: (state: State) => void = () => undefined;

  constructor(portals: Portal[] = [acme], change: (state: State) => State = (state) => state) {
    this.engine = createEngine(
      change(stateOf(portals)),
      {
        saveSettings: () => this.#save('settings'),
        saveWatch: (portal) => this.#save(portal),
        runEffect: (effect) => this.#perform(effect),
        observers: [
          (state) => {
            this.done.push('present');
            this.shown.push(state);
            this.onPresent(state);
          },
        ],
        isOnline: () => this.online,
      },
      this.clock,
      half,
    );
  }

  /** Starts, with every key open. */
  begin(): this {
    this.does({ type: 'time' });
    for (const { portal } of this.engine.state().watches)
      this.does({ type: 'keyStatus', portal: portal.id, keyStatus: 'ready' });
    return this;
  }

  does(event: Event): this {
    this.engine.dispatch(event);
    return this;
  }

  /** What was done since this was last asked. */
  heard(): string[] {
    return this.done.splice(0);
  }

  /** How often something was done since this was last asked. */
  count(name: string): number {
    return this.heard().filter((done) => done === name).length;
  }

  #save(name: string): boolean {
    this.done.push(`save ${name}`);
    return !this.full.has(name);
  }

  #perform(effect: OuterEffect): void {
    // What is asked now and then is answered beside what is tried here.
    const aside = effect.do === 'query' ? answerAside(effect.question) : null;
    if (effect.do === 'query' && aside !== null) return this.#reply(effect, aside);
    this.done.push(effect.do);
    this.onPerform(effect);
    if (effect.do !== 'query' || this.answer === undefined || effect.question.ask !== 'progress') return;
    const got = this.answer.ok ? this.answer : fail(this.answer.reason);
    this.#reply(effect, { ...effect.question, got });
  }

  /** As real answers do, it comes when the turn is over. */
  #reply({ portal, ticket }: Extract<OuterEffect, { do: 'query' }>, reply: Reply): void {
    this.clock.after(0, () => this.engine.dispatch({ type: 'replied', portal, ticket, reply }));
  }
}
