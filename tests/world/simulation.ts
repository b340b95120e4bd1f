import { downloadOf } from '../../src/core/watch/download.ts';
import type { Event } from '../../src/core/event.ts';
import type { Failure } from '../../src/core/net/failure.ts';
import type { Outcome } from '../../src/core/backup/outcome.ts';
import type { Portal } from '../../src/core/portal.ts';
import type { Question, Reply } from '../../src/core/docspace/question.ts';
import { visibleIn } from '../../src/core/reduce/visible.ts';
import { fail, succeed } from '../../src/core/base/result.ts';
import type { Scope } from '../../src/core/docspace/request.ts';
import { type AnnouncementId, announcementIdsOf } from '../../src/core/news/delivery.ts';
import { acme, globex, minute, start } from '../support/given.ts';
import { answerFrom, scriptOf } from '../support/core/story.ts';
import { Shell } from '../support/core/shell.ts';
import { Judge } from './judge.ts';
import { Truth } from './truth.ts';

export const portals: Portal[] = [acme, { ...globex, scopes: ['portal', 'server'] }];
export type Place = `${string} ${Scope}`;
export const places: Place[] = ['acme portal', 'globex portal', 'globex server'];

/** Keepwatch in a world that goes its own way, with judges who know what really happens in it. */
export class Simulation {
  readonly shell: Shell;
  readonly judges = new Map<Place, Judge>(
    places.map((place) => [place, new Judge(new Truth(place.replace(' ', '-')))]),
  );
  /** Why a portal does not answer about its backups, or its history, right now. */
  readonly troubles = new Map<string, Failure>();
  historyTrouble: Failure | null = null;
  /** How far the wall clock has been set from the time that passes. */
  #offset = 0;
  #told: AnnouncementId[] = [];
  /** So many of the notifications have been counted. */
  #counted = 0;
  /** Shown, and not yet saved as told. */
  #shaky: AnnouncementId[] = [];
  #excused: AnnouncementId[] = [];

  constructor(chance: () => number) {
    const answer = (portal: string, question: Question): Reply => this.#answer(portal, question);
    this.shell = new Shell({ answer }, portals, start, chance);
    const does = this.shell.does.bind(this.shell);
    this.shell.does = (event) => {
      const { restarts } = this.shell;
      const effects = does(event);
      this.#note(event, this.shell.restarts === restarts);
      return effects;
    };
    this.shell.onDeath = () => {
      this.#noteShown();
      this.#excused.push(...this.#shaky);
      this.#shaky = [];
    };
  }

  judge(place: Place): Judge {
    const judge = this.judges.get(place);
    if (judge === undefined) throw new Error(`nobody judges ${place}`);
    return judge;
  }

  /** The time that passes, whatever the clock on the wall says. */
  now(): number {
    return this.shell.now - this.#offset;
  }

  setClock(by: number): void {
    this.#offset += by;
    this.shell.now += by;
    this.shell.does({ type: 'clockJumped' });
  }

  looksAtWindow(): void {
    if (this.shell.state.windowFocused)
      this.shell.does({ type: 'seen', visible: visibleIn(this.shell.state) });
  }

  /** Opens the link of the portal's last own backup, where there is one: what becomes of that one is known then. */
  opensLink(portal: string): void {
    const watch = this.shell.state.watches.find((candidate) => candidate.portal.id === portal);
    const backup = { scope: 'portal', job: watch?.jobs.portal.ending?.job ?? '' } as const;
    if (watch === undefined || downloadOf(watch, backup, this.shell.now) === null) return;
    for (const effect of this.shell.does({ type: 'openLink', portal, backup })) {
      if (effect.do !== 'open') continue;
      const task = new URL(effect.url).searchParams.get('task') ?? '';
      for (const judge of this.judges.values()) judge.opens(task);
    }
  }

  /** All goes well from now on, for long enough to be told what there is to tell. */
  calmDown(): void {
    this.troubles.clear();
    this.historyTrouble = null;
    const { shell } = this;
    shell.effectsToLive = Infinity;
    shell.world.notifications = 'taken';
    for (const event of [{ type: 'woke' }, { type: 'resumed' }, { type: 'network', online: true }] as const) {
      shell.does(event);
    }
    shell.restart();
    // Every running backup comes to its end.
    for (let round = 0; round < 8; round += 1) {
      shell.does({ type: 'checkNow', portal: null });
      shell.pass(10 * minute);
    }
  }

  /** What the judges find wrong with what was told. */
  flaws(): string[] {
    return places.flatMap((place) => {
      const excused = countsOf(this.#excused, place);
      return this.judge(place).flaws(outcomesOf(this.#told, place), excused);
    });
  }

  #answer(portal: string, question: Question): Reply {
    const trouble = this.troubles.get(portal);
    if (question.ask === 'progress') {
      const { truth } = this.judge(`${portal} ${question.scope}`);
      return { ...question, got: trouble === undefined ? succeed(truth.answer(this.now())) : fail(trouble) };
    }
    if (question.ask === 'history') {
      const judge = this.judge(`${portal} ${question.scope}`);
      const failure = this.historyTrouble ?? trouble;
      if (failure !== undefined) judge.historyFailed = true;
      return {
        ...question,
        got: failure === undefined ? succeed(judge.truth.history(this.now())) : fail(failure),
      };
    }
    return answerFrom(scriptOf(), question);
  }

  #note(event: Event, alive: boolean): void {
    if (event.type === 'replied' && event.reply.ask === 'progress' && event.reply.got.ok) {
      this.judge(`${event.portal} ${event.reply.scope}`).hears(event.reply.got.value, alive);
    }
    this.#noteShown();
    if (event.type === 'seen') this.#noteTold(event.visible.items);
    if (!alive) return;
    if (event.type === 'notificationShown') this.#settle(event.items);
    if (event.type === 'seen') this.#settle(event.visible.items);
  }

  #noteShown(): void {
    for (const { notification } of this.shell.shown.slice(this.#counted)) {
      this.#told.push(...announcementIdsOf(notification));
      this.#shaky.push(...announcementIdsOf(notification));
    }
    this.#counted = this.shell.shown.length;
  }

  /** What was seen in the window counts as told, if no notification is telling it already. */
  #noteTold(items: readonly AnnouncementId[]): void {
    for (const item of items) {
      if (this.#shaky.some((other) => isSame(item, other))) continue;
      this.#told.push(item);
      this.#shaky.push(item);
    }
  }

  #settle(items: readonly AnnouncementId[]): void {
    this.#shaky = this.#shaky.filter((item) => !items.some((other) => isSame(item, other)));
  }
}

function isSame(one: AnnouncementId, other: AnnouncementId): boolean {
  return one.portal === other.portal && one.id === other.id;
}

const outcomes = new Set<string>([
  'finished',
  'gaps',
  'problem',
  'failed',
  'cancelled',
  'unknown',
] satisfies Outcome[]);

function isOutcome(word: string): word is Outcome {
  return outcomes.has(word);
}

/** Of the news that was told the endings of one place, by their task. */
function outcomesOf(items: readonly AnnouncementId[], place: Place): Map<string, Outcome[]> {
  const told = new Map<string, Outcome[]>();
  for (const { portal, id } of items) {
    const [scope, task = '', outcome = ''] = id.split(' ');
    if (`${portal} ${scope}` !== place || !isOutcome(outcome)) continue;
    told.set(task, [...(told.get(task) ?? []), outcome]);
  }
  return told;
}

function countsOf(items: readonly AnnouncementId[], place: Place): Map<string, number> {
  return new Map([...outcomesOf(items, place)].map(([task, told]) => [task, told.length]));
}
