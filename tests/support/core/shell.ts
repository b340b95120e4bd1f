import type { Effect } from '../../../src/core/effect.ts';
import type { Event } from '../../../src/core/event.ts';
import { parseSavedWatch, toSaved } from '../../../src/core/watch/savedWatch.ts';
import type { Portal } from '../../../src/core/portal.ts';
import type { Question, Reply } from '../../../src/core/docspace/question.ts';
import { reduce } from '../../../src/core/reduce/reduce.ts';
import { parseSettings } from '../../../src/core/settings.ts';
import { nextWakeAt } from '../../../src/core/nextWake.ts';
import { initialState, settingsOf, type State } from '../../../src/core/state.ts';
import { announcementIdsOf, type NewsNotification } from '../../../src/core/news/delivery.ts';
import { acme, application, half, start } from '../given.ts';
import { checkLaws, law } from './laws.ts';

/** What the shell stands in. A test changes it as it goes. */
export type World = {
  answer: (portal: string, question: Question, now: number) => Reply;
  /** How long an answer takes, in milliseconds. */
  latency: number;
  notifications: 'taken' | 'refused' | 'unanswered';
  disk: 'good' | 'full';
};

/** An effect happens as it comes; these are the ones that come back as events. */
type Coming = { at: number; event: Event };

/** A little engine in its own time: it runs the real reducer, and holds every step of it against the laws. */
export class Shell {
  now: number;
  state: State;
  readonly world: World;
  readonly chance: () => number;
  readonly asked: Array<{ at: number; portal: string; question: Question }> = [];
  readonly shown: Array<{ at: number; notification: NewsNotification }> = [];
  readonly effects: Effect[] = [];
  #coming: Coming[] = [];
  /** The portals that have a question in flight. */
  readonly #flying = new Set<string>();
  #settings: string;
  readonly memories = new Map<string, string>();
  /** After so many more effects the process dies, and is started again. */
  effectsToLive = Infinity;
  /** How often it was started again. */
  restarts = 0;
  /** Somebody wants to know when it dies. */
  onDeath = (): void => undefined;

  constructor(
    world: Pick<World, 'answer'> & Partial<World>,
    portals: Portal[] = [acme],
    now = start,
    chance = half,
  ) {
    this.world = { latency: 50, notifications: 'taken', disk: 'good', ...world };
    this.chance = chance;
    this.now = now;
    this.#settings = JSON.stringify({ version: 1, portals, theme: 'system' });
    this.state = this.#begin();
  }

  /** The keyring opens: from here on the portals are asked. */
  open(): this {
    for (const { portal } of this.state.watches) {
      this.does({ type: 'keyStatus', portal: portal.id, keyStatus: 'ready' });
    }
    return this;
  }

  /** Something happens now. */
  does(event: Event): Effect[] {
    const before = this.state;
    this.#land(event);
    const step = reduce(before, event, this.now, this.chance);
    checkLaws(before, event, step, this.now);
    this.state = step.state;
    for (const effect of step.effects) {
      if (this.effectsToLive <= 0) {
        this.effectsToLive = Infinity;
        this.restart();
        break;
      }
      this.effectsToLive -= 1;
      this.#perform(effect);
    }
    return step.effects;
  }

  /** Time passes, and with it whatever is due. */
  pass(length: number): this {
    const end = this.now + length;
    for (let next = this.#next(); next.at <= end; next = this.#next()) {
      this.now = Math.max(this.now, next.at);
      this.#coming = this.#coming.filter((coming) => coming !== next);
      this.does(next.event);
    }
    this.now = Math.max(this.now, end);
    return this;
  }

  /** The process dies, and is started again from what is on disk. */
  restart(): this {
    this.onDeath();
    this.restarts += 1;
    this.#coming = [];
    this.#flying.clear();
    this.state = this.#begin();
    this.does({ type: 'time' });
    return this.open();
  }

  /** The ids of all that was shown, one by one or in a crowd. */
  told(): string[] {
    return this.shown.flatMap(({ notification }) =>
      announcementIdsOf(notification).map(({ portal, id }) => `${portal}: ${id}`),
    );
  }

  #begin(): State {
    const { settings } = parseSettings(JSON.parse(this.#settings));
    const savedWatches = [...this.memories].flatMap(([id, stored]) => {
      const saved = parseSavedWatch(JSON.parse(stored));
      return saved === null ? [] : [[id, saved] as const];
    });
    return initialState(settings, new Map(savedWatches), application, this.now, this.chance);
  }

  #next(): Coming {
    const wake = { at: nextWakeAt(this.state, this.now), event: { type: 'time' } as const };
    return this.#coming.reduce<Coming>((first, other) => (other.at < first.at ? other : first), wake);
  }

  #perform(effect: Effect): void {
    this.effects.push(effect);
    switch (effect.do) {
      case 'saveSettings':
        if (this.world.disk === 'good') this.#settings = JSON.stringify(settingsOf(this.state));
        return;
      case 'saveWatch': {
        const watch = this.state.watches.find(({ portal }) => portal.id === effect.portal);
        if (watch === undefined || this.world.disk === 'full') return;
        this.memories.set(effect.portal, JSON.stringify(toSaved(watch)));
        return;
      }
      case 'query':
        return this.#look(effect);
      case 'notify':
        return this.#notify(effect.notification);
      case 'forget':
        this.memories.delete(effect.portal);
        this.#cut((event) => event.type === 'replied' && event.portal === effect.portal);
        return;
      case 'dropConnections':
        return this.#cut((event) => event.type === 'replied');
      default:
        return;
    }
  }

  #look({ portal, question, ticket }: Extract<Effect, { do: 'query' }>): void {
    law('one question at a time', !this.#flying.has(portal), portal, question);
    this.#flying.add(portal);
    this.asked.push({ at: this.now, portal, question });
    const reply = this.world.answer(portal, question, this.now);
    this.#later({ type: 'replied', portal, ticket, reply }, this.world.latency);
  }

  #notify(notification: NewsNotification): void {
    const { notifications } = this.world;
    if (notifications === 'unanswered') return;
    if (notifications === 'taken') this.shown.push({ at: this.now, notification });
    this.#later(
      {
        type: notifications === 'taken' ? 'notificationShown' : 'notificationRefused',
        items: announcementIdsOf(notification),
      },
      20,
    );
  }

  #land(event: Event): void {
    // With a new key a portal is asked afresh, whatever the old one is still waiting for.
    if (event.type === 'connectStored' && event.stored.ok) this.#flying.delete(event.stored.value.portal.id);
    const watch = this.state.watches.find(({ portal }) => 'portal' in event && portal.id === event.portal);
    if (event.type === 'replied' && watch?.poll.ticket === event.ticket) this.#flying.delete(event.portal);
  }

  /** What was under way over a connection comes back as a failure, late. */
  #cut(isCut: (event: Event) => boolean): void {
    for (const { event } of this.#coming) {
      if (isCut(event) && event.type === 'replied') this.#flying.delete(event.portal);
    }
    this.#coming = this.#coming.map(({ at, event }) =>
      isCut(event) && event.type === 'replied' ? { at: this.now + 1, event: cut(event) } : { at, event },
    );
  }

  #later(event: Event, delay: number): void {
    this.#coming.push({ at: this.now + delay, event });
  }
}

function cut(event: Extract<Event, { type: 'replied' }>): Event {
  const got = { ok: false, reason: { kind: 'cut', detail: 'UND_ERR_DESTROYED' } } as const;
  return { ...event, reply: { ...event.reply, got } };
}
