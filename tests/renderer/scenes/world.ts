import type { HistoryView } from '../../../src/contract/historyView.ts';
import type { Snapshot } from '../../../src/contract/snapshot.ts';
import type { Certificate } from '../../../src/core/net/certificate.ts';
import type { Effect } from '../../../src/core/effect.ts';
import type { Event } from '../../../src/core/event.ts';
import type { Failure } from '../../../src/core/net/failure.ts';
import type { Portal } from '../../../src/core/portal.ts';
import { mergeRuns } from '../../../src/core/history/mergeRuns.ts';
import type { RunName } from '../../../src/core/history/openHistory.ts';
import type { RunRecord } from '../../../src/core/history/runRecord.ts';
import type { Reply } from '../../../src/core/docspace/question.ts';
import { reduce } from '../../../src/core/reduce/reduce.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { defaultSettings } from '../../../src/core/settings.ts';
import { nextWakeAt } from '../../../src/core/nextWake.ts';
import { type Application, initialState, type State } from '../../../src/core/state.ts';
import { historyView } from '../../../src/present/history/historyView.ts';
import { windowOf } from '../../support/present/shown.ts';
import { words } from '../../support/words.ts';
import { replyOf, type Server, unknown } from './server.ts';

const minute = 60_000;
/** Over a longer time the machine sleeps. */
const longestDay = 180 * minute;
const chance = (): number => 0.5;

/** "14 16:02" is a time of day in May 2026, Thursday the 14th being today. */
export function timeOf(time: string): number {
  const [day, clock = ''] = time.split(' ');
  return Date.parse(`2026-05-${day}T${clock.length === 5 ? `${clock}:00` : clock}Z`);
}

/** Keepwatch's own core with a clock and servers that say what a scene has them say; nothing else is made up. */
export class World {
  #now = timeOf('11 02:40');
  #state: State;
  readonly #servers = new Map<string, Server>();
  readonly #runs = new Map<string, RunRecord[]>();
  #tasks = 0;

  constructor(facts: Partial<Application> = {}) {
    const application: Application = {
      version: '0.1.0',
      keptUntilQuit: false,
      unsaved: false,
      setAside: [],
      keyring: 'open',
      trayless: false,
      unsandboxed: false,
      startAtLogin: false,
      canStartAtLogin: true,
      ...facts,
    };
    this.#state = initialState(defaultSettings, new Map(), application, this.#now, chance);
  }

  get state(): State {
    return this.#state;
  }

  /** What a window shows of it that was opened three seconds ago. */
  look(): Snapshot {
    this.happen({ type: 'windowOpened' }).#wait(this.#now + 3000);
    return windowOf(this.#state, words, this.#now, 0, true);
  }

  /** What its view of the runs of a portal shows that was opened three seconds ago; `chosen`: the one that is looked at; `all`: all are wanted. */
  history(portal: string, chosen: RunName | null = null, all = false): HistoryView {
    this.happen({ type: 'windowOpened' }).happen({ type: 'historyOpened', portal });
    if (chosen !== null) this.happen({ type: 'runChosen', run: chosen });
    if (all) this.happen({ type: 'allRunsWanted' });
    this.#wait(this.#now + 3000);
    const view = historyView(this.#state, words, this.#now);
    if (view === null) throw new Error('no runs are shown');
    return view;
  }

  /** It knows of these runs of a portal too. */
  remembers(portal: string, runs: readonly RunRecord[]): this {
    this.#runs.set(portal, mergeRuns(this.#runs.get(portal) ?? [], runs));
    return this;
  }

  /** From now on its server answers like this when it is asked for its archives. */
  lists(portal: string, list: Server['list']): this {
    return this.#serve(portal, { list });
  }

  /** Lets time go by, with every look that falls into it. */
  at(time: string): this {
    return this.#wait(timeOf(time));
  }

  #wait(end: number): this {
    if (end - this.#now > longestDay) {
      this.happen({ type: 'slept' });
      this.#now = end - minute;
      this.happen({ type: 'woke' });
    }
    for (;;) {
      const wake = Math.max(nextWakeAt(this.#state, this.#now), this.#now + 1);
      if (wake >= end) break;
      this.#now = wake;
      this.happen({ type: 'time' });
    }
    this.#now = end;
    return this.happen({ type: 'time' });
  }

  happen(event: Event): this {
    const step = reduce(this.#state, event, this.#now, chance);
    this.#state = step.state;
    for (const effect of step.effects) this.#perform(effect);
    return this;
  }

  /** A portal is being watched from now on. Its id is the first word of its name. */
  watch(
    name: string,
    origin: string,
    { answers = true, ...more }: Partial<Portal> & { answers?: boolean } = {},
  ): string {
    const id = name.toLowerCase().split(' ')[0] ?? name;
    if (answers)
      this.#servers.set(id, {
        job: () => succeed(null),
        dump: succeed(null),
        task: '',
        archives: [],
        list: null,
        key: unknown,
        schedule: null,
      });
    const portal = { id, name, origin, scopes: ['portal' as const], ...more };
    const stored = succeed({ portal, kept: 'sealed' as const });
    this.happen({ type: 'connectStored', attempt: this.#state.connect.attempt, stored });
    this.happen({ type: 'connectOpened', portal: null });
    return id;
  }

  /** From now on its server knows of no job. */
  idle(portal: string): this {
    return this.#serve(portal, { job: () => succeed(null) });
  }

  /** From now on its server backs up: a new job, which gains a point in this many seconds. */
  run(portal: string, { from = 0, seconds = Infinity } = {}): this {
    const begun = this.#now;
    const percent = (now: number): number => from + Math.floor((now - begun) / (1000 * seconds));
    const task = `task ${(this.#tasks += 1)}`;
    return this.#serve(portal, { task, job: (now) => succeed({ percent: percent(now) }) });
  }

  /** Now its job has ended well. */
  finish(portal: string, link = '', expires: string | null = null): this {
    const server = this.#servers.get(portal);
    const archive = link.split('/').at(-1)?.split('?')[0] ?? '';
    const expiresAt = expires === null ? null : timeOf(expires);
    server?.archives.push({
      task: server.task,
      archive,
      storage: 'temporary',
      createdAt: this.#now,
      expiresAt,
    });
    return this.#serve(portal, {
      job: () => succeed({ percent: 100, completed: true, link, status: 2 }),
    });
  }

  /** Now its job has ended there, with the server's own sentence. */
  breakOff(portal: string, percent: number, error: string): this {
    return this.#serve(portal, { job: () => succeed({ percent, error, completed: true, status: 2 }) });
  }

  /** From now on its server answers like this. */
  fail(portal: string, failure: Failure): this {
    return this.#serve(portal, { job: () => fail(failure) });
  }

  /** From now on it says this of the job that backs up the whole server, which is watched too. */
  dumps(portal: string, dump: Server['dump']): this {
    return this.#serve(portal, { dump }).happen({ type: 'watchServer', portal, on: true });
  }

  /** From now on its server says until when the key works. */
  limitKey(portal: string, until: string): this {
    const key = { name: '', readsBackups: true, writes: false, readOnly: true, expiresAt: timeOf(until) };
    return this.#serve(portal, { key: succeed(key) });
  }

  /** From now on its key may start and stop backups; its scheduled ones go to an object storage. */
  letWrite(portal: string): this {
    const key = { name: '', readsBackups: true, writes: true, readOnly: false, expiresAt: null };
    const plan = { period: 'day', hour: 3, day: 0, temporary: false } as const;
    const target = { storageType: 5, params: {} };
    return this.#serve(portal, { key: succeed(key), schedule: { schedule: plan, target, ahead: 0 } });
  }

  /** The server that is being connected to answers. */
  probe(reply: Reply): this {
    return this.happen({ type: 'connectReplied', attempt: this.#state.connect.attempt, reply });
  }

  /** The server that is being connected to shows this certificate. */
  shows(certificate: Certificate): this {
    const { attempt } = this.#state.connect;
    return this.happen({ type: 'certificateShown', attempt, shown: succeed(certificate) });
  }

  #serve(portal: string, change: Partial<Server>): this {
    const server = this.#servers.get(portal);
    if (server === undefined) throw new Error(`${portal} has no server`);
    this.#servers.set(portal, { ...server, ...change });
    return this;
  }

  #perform(effect: Effect): void {
    if (effect.do === 'recordRuns') {
      this.remembers(effect.portal, effect.runs);
      return;
    }
    if (effect.do === 'readRuns') {
      const { portal } = effect;
      this.happen({ type: 'runsRead', portal, runs: this.#runs.get(portal) ?? [] });
      return;
    }
    if (effect.do !== 'query') return;
    const { portal, question, ticket } = effect;
    const server = this.#servers.get(portal);
    if (server !== undefined) {
      this.happen({ type: 'replied', portal, ticket, reply: replyOf(server, question, this.#now) });
    }
  }
}
