import type { Question } from '../../../src/core/docspace/question.ts';
import type { State } from '../../../src/core/state.ts';
import type { AnnouncementId } from '../../../src/core/news/delivery.ts';
import { dropped } from '../world/faults.ts';
import type { Weather } from '../world/weather.ts';
import type { ArchiveDisk } from '../world/archiveDisk.ts';
import type { Delivery } from '../watcher/carrier.ts';
import type { Witness } from '../watcher/witness.ts';
import { AlarmJudge, kindOf } from './alarms.ts';
import { DueJudge } from './dues.ts';
import { EndingJudge } from './endings.ts';
import { addNumbers, type Figures, noFigures } from './figures.ts';
import { PaceJudge } from './pace.ts';
import { tasksIn } from './listed.ts';
import { allowedAgainAt } from './retryAfter.ts';
import { SaveJudge, type SaveFlaw } from './saves.ts';
import { shownOf } from './sight.ts';

/** Something that should not have happened. */
export type Flaw = {
  kind: 'lost' | 'missed' | 'doubled' | 'wrong' | 'false alarm' | 'untimely' | 'leaked' | SaveFlaw;
  text: string;
};

/** Time as the judge sees it: what really passes, and what the machine's clock says. */
export type JudgesTime = { now: () => number; wall: () => number; watched: (portal: string) => number };

const outcomes = new Set(['finished', 'gaps', 'problem', 'failed', 'cancelled', 'unknown']);

/**
 * Stands beside the application and knows what really happens at the portals. It shares no code with the core: it
 * reads the fake portals' own jobs, not what the core made of their answers, and the news as they were told.
 */
export class Judge implements Witness {
  readonly flaws: Flaw[] = [];
  readonly pace: PaceJudge;
  readonly saves: SaveJudge;
  /** A portal that needs a network. */
  readonly #first: string;
  readonly figures: Figures;
  readonly #time: JudgesTime;
  readonly #note: (text: string) => void;
  readonly #portals = new Map<
    string,
    { weather: Weather; alarms: AlarmJudge; dues: DueJudge; endings: Map<string, EndingJudge> }
  >();

  /** The portals of which is known that they are at https. */
  readonly #moved = new Set<string>();
  /** When each piece of news was shown as a notification in this life of the application. */
  readonly #shownAt = new Map<string, number>();

  constructor(weathers: readonly Weather[], time: JudgesTime, note: (text: string) => void) {
    this.#time = time;
    this.figures = noFigures(weathers.length);
    this.#note = note;
    this.#first = weathers[0]?.portal.id ?? '';
    this.pace = new PaceJudge(this.figures.requests, (text) => this.#flaw('untimely', text));
    this.saves = new SaveJudge(weathers, time, (kind, text) => this.#flaw(kind, text));
    this.figures.archives = this.saves.figures;
    for (const weather of weathers) {
      const { id, places } = weather.portal;
      const endings = new Map<string, EndingJudge>(
        places.map((place) => [place.scope, new EndingJudge(place)]),
      );
      const dues = new DueJudge(weather.portal, () => time.watched(id));
      const alarms = new AlarmJudge(
        weather,
        dues,
        () => time.watched(id),
        (scope, job) => endings.get(scope)?.linkDies(job) ?? null,
      );
      this.#portals.set(id, { weather, alarms, dues, endings });
    }
  }

  asks(portal: string): void {
    this.pace.asks(portal, this.#time.now());
  }

  hears(portal: string, question: Question, { came, truthful }: Delivery, cameAt: number): () => void {
    this.pace.hears(this.#time.now(), this.#time.watched(this.#first));
    const known = this.#portals.get(portal);
    const nothing = (): void => undefined;
    if (known === undefined || came === dropped) return nothing;
    const now = this.#time.now();
    const allowedAt = came.ok ? allowedAgainAt(came.value, cameAt) : null;
    if (allowedAt !== null) this.pace.forbids(portal, allowedAt);
    const good = truthful && came.ok && came.value.status === 200;
    let lists = nothing;
    if (question.ask === 'history') {
      const listed = good ? tasksIn(came.value.body) : null;
      known.endings.get(question.scope)?.hearsHistory(listed, now);
      if (listed !== null) lists = this.saves.hearsHistory(portal, question.scope, listed);
    }
    const learns = known.dues.takes(question, good, came.ok ? came.value.status : 0, now);
    if (learns !== null) return both(learns, lists);
    // A restore is followed as a backup is.
    if (question.ask === 'restore') this.pace.busy(portal, now);
    if (question.ask !== 'progress') return lists;
    if (!good) {
      this.pace.busy(portal, now);
      known.alarms.fails(kindOf(came), this.#time.wall());
      return nothing;
    }
    const { world } = known.weather.portal;
    const job = (question.scope === 'server' ? world.dumps : world.backups).current();
    const shown = shownOf(job, world.clock.now());
    if (shown === 'running') this.pace.busy(portal, now);
    known.alarms.hears(question.scope, job, now, this.#time.wall());
    const missed = question.scope === 'portal' ? known.dues.hears(job, shown, now, this.#time.wall()) : null;
    if (missed !== null) this.#flaw('missed', `${portal}: ${missed}`);
    const ends = known.endings.get(question.scope)?.hears(job, shown, this.#time.wall()) ?? nothing;
    return both(ends, this.saves.hears(portal, question.scope, job, shown));
  }

  tells(items: readonly AnnouncementId[], state: State, how: 'notification' | 'window'): void {
    for (const { portal, id } of items) {
      if (this.#isOnScreen(`${portal} ${id}`, how)) continue;
      const known = this.#portals.get(portal);
      const news = newsOf(state, portal, id);
      const [scope = '', ...words] = id.split(' ');
      const outcome = words.pop() ?? '';
      this.#note(`  told by ${how}: ${portal} ${id}`);
      if (this.saves.tells(portal, id)) continue;
      if (known === undefined) this.#flaw('wrong', `${portal} is told of, and not watched`);
      else if (outcomes.has(outcome)) {
        const judge = known.endings.get(scope);
        const wrong = judge?.tells(words.join(' '), outcome, news, this.#time.now()) ?? null;
        if (wrong !== null) this.#flaw('wrong', `${portal} ${wrong}`);
        if (wrong !== null) this.figures.endings.wrong += 1;
      } else this.#tellAlarm(portal, known.alarms, id);
    }
  }

  settles(items: readonly AnnouncementId[]): void {
    for (const { portal, id } of items) {
      const [scope = '', ...words] = id.split(' ');
      const outcome = words.pop() ?? '';
      const known = this.#portals.get(portal);
      if (outcomes.has(outcome)) known?.endings.get(scope)?.settles(words.join(' '));
      else known?.alarms.settles(id);
    }
  }

  ends(): void {
    this.#shownAt.clear();
    for (const { alarms, endings } of this.#portals.values()) {
      alarms.ends(this.#time.now());
      for (const judge of endings.values()) judge.ends();
    }
    this.saves.ends();
    this.pace.restarts(this.#time.now());
  }

  /** All watching is interrupted, by a sleep, a pause, another network or a clock that is set. */
  isInterrupted(): void {
    this.saves.isInterrupted();
    for (const { alarms } of this.#portals.values()) alarms.isInterrupted(this.#time.now());
  }

  uses(task: string): void {
    for (const { endings } of this.#portals.values()) for (const judge of endings.values()) judge.uses(task);
  }

  moves(portal: string): void {
    if (this.#moved.has(portal)) return;
    this.#moved.add(portal);
    this.figures.life.moves += 1;
    this.#note(`${portal} is known to be at https`);
  }

  leaks(portal: string): void {
    if (this.#moved.has(portal)) this.#flaw('leaked', `the key of ${portal} was sent without encryption`);
  }

  /** The portal has another key. */
  renews(portal: string): void {
    const known = this.#portals.get(portal);
    if (known === undefined) return;
    known.weather.wantsKey = false;
    known.alarms.renews();
  }

  /** All is over: what was not told by now is lost. */
  close(archives: ArchiveDisk): void {
    this.pace.close();
    this.saves.close(archives);
    for (const [portal, { alarms, dues, endings }] of this.#portals) {
      dues.close(this.#time.now());
      addNumbers(this.figures.dues, dues.figures);
      this.figures.alarms.doubled += alarms.doubled;
      this.figures.alarms.doubledByKill += alarms.doubledByKill;
      for (const [scope, judge] of endings) {
        const count = judge.count(this.#time.now(), (kind, text) =>
          this.#flaw(kind, `${portal} ${scope} ${text}`),
        );
        addNumbers(this.figures.endings, { ...count, wrong: 0 });
      }
    }
  }

  /** A notification that is being shown, and is read in the window at the same time, is told once. */
  #isOnScreen(news: string, how: 'notification' | 'window'): boolean {
    const now = this.#time.now();
    if (how === 'window') return now - (this.#shownAt.get(news) ?? -Infinity) < longestShowing;
    this.#shownAt.set(news, now);
    return false;
  }

  #tellAlarm(portal: string, alarms: AlarmJudge, id: string): void {
    this.figures.alarms.told += 1;
    const doubled = alarms.doubled;
    const wrong = alarms.tells(id, this.#time.now());
    if (wrong === null) return;
    const isDoubled = alarms.doubled > doubled;
    this.#flaw(isDoubled ? 'doubled' : 'false alarm', `${portal} ${wrong}`);
    if (!isDoubled) this.figures.alarms.false += 1;
  }

  #flaw(kind: Flaw['kind'], text: string): void {
    this.flaws.push({ kind, text });
    this.#note(`  ${kind.toUpperCase()}: ${text}`);
  }
}

/** The bus waits no longer for a notification server. */
const longestShowing = 5000;

/** When the ending of this news was seen, on the machine's clock; null where it is about something else. */
function newsOf({ watches }: State, portal: string, id: string): number | null {
  const ledger = watches.find((watch) => watch.portal.id === portal)?.ledger;
  const news = ledger?.pending.find((announcement) => announcement.id === id)?.news;
  return news?.of === 'ending' ? news.ending.endedAt : null;
}

function both(one: () => void, other: () => void): () => void {
  return () => {
    one();
    other();
  };
}
