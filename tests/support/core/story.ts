import type { HistoryRecord } from '../../../src/core/docspace/history.ts';
import type { KeyFacts } from '../../../src/core/docspace/key.ts';
import type { ProgressReading } from '../../../src/core/docspace/progress.ts';
import type { ScheduleReading } from '../../../src/core/docspace/schedule.ts';
import type { RestoreProgress } from '../../../src/core/docspace/restore.ts';
import type { Self } from '../../../src/core/docspace/self.ts';
import type { PortalSettings } from '../../../src/core/docspace/settings.ts';
import type { Failure } from '../../../src/core/net/failure.ts';
import type { Portal } from '../../../src/core/portal.ts';
import type { Question, Reply } from '../../../src/core/docspace/question.ts';
import { fail, type Result, succeed } from '../../../src/core/base/result.ts';
import { assertNever } from '../../../src/core/base/result.ts';
import { acme, failures, nothing, start } from '../given.ts';
import { Shell } from './shell.ts';

type Got<Value> = Result<Value, Failure>;

/** What a portal answers, as the test has set it. */
export type Script = {
  progress: Got<ProgressReading>;
  serverProgress: Got<ProgressReading>;
  /** Null: of both scopes what has just finished, and nothing of it but that. */
  history: Got<HistoryRecord[]> | null;
  schedule: Got<ScheduleReading>;
  serverSchedule: Got<ScheduleReading>;
  timeZone: Got<string | null>;
  freeBackups: Got<number>;
  settings: Got<PortalSettings>;
  key: Got<KeyFacts>;
  self: Got<Self>;
  restore: Got<RestoreProgress>;
  start: Got<ProgressReading>;
  stop: Got<boolean>;
  /** The key is dead: whatever is asked with it is refused. */
  keyDead: boolean;
};

export function scriptOf(): Script {
  return {
    progress: succeed(nothing),
    serverProgress: succeed(nothing),
    history: null,
    schedule: succeed({ schedule: null, target: null, ahead: 0 }),
    serverSchedule: succeed({ schedule: null, target: null, ahead: 0 }),
    timeZone: succeed('Europe/Berlin'),
    freeBackups: succeed(1),
    settings: succeed({ docSpace: true, standalone: false, name: 'Acme', tenant: 'active' }),
    key: succeed({ name: 'Keepwatch', readsBackups: true, writes: false, readOnly: true, expiresAt: null }),
    self: succeed({ name: 'Ada', administrator: true }),
    restore: succeed(null),
    start: fail(failures.forbidden),
    stop: fail(failures.forbidden),
    keyDead: false,
  };
}

const refused = fail(failures.keyRefused);

export function answerFrom(script: Script, question: Question): Reply {
  switch (question.ask) {
    case 'progress':
      return { ...question, got: question.scope === 'portal' ? script.progress : script.serverProgress };
    case 'history':
      return { ...question, got: script.history ?? succeed(archivesOf(script)) };
    case 'schedule':
      return { ...question, got: question.scope === 'portal' ? script.schedule : script.serverSchedule };
    case 'freeBackups':
      return { ...question, got: script.freeBackups };
    case 'timeZone':
      return { ...question, got: script.timeZone };
    case 'settings':
      return { ...question, got: script.settings };
    case 'version':
      return { ...question, got: succeed('3.7.2') };
    case 'key':
      return { ...question, got: script.keyDead ? refused : script.key };
    case 'self':
      return { ...question, got: script.keyDead ? refused : script.self };
    case 'restore':
      return { ...question, got: script.restore };
    case 'start':
      return { ask: question.ask, scope: question.scope, got: script.start };
    case 'stop':
      return { ...question, got: script.stop };
    default:
      return assertNever(question);
  }
}

function archivesOf({ progress, serverProgress }: Script): HistoryRecord[] {
  return [progress, serverProgress].flatMap((got) => {
    const job = got.ok ? got.value.job : null;
    if (job === null || job.task === null || !job.completed || job.error !== '') return [];
    return [{ task: job.task, archive: '', storage: null, createdAt: null, expiresAt: null }];
  });
}

/** A shell before portals that answer what their scripts say. */
export class Story {
  readonly shell: Shell;
  readonly #scripts = new Map<string, Script>();
  readonly #first: string;

  constructor(portals: Portal[] = [acme], now = start) {
    this.#first = portals[0]?.id ?? '';
    const answer = (portal: string, question: Question): Reply => answerFrom(this.script(portal), question);
    this.shell = new Shell({ answer }, portals, now);
  }

  /** Opens the keyring and lets the first looks pass. */
  begins(reading: ProgressReading = nothing): this {
    this.says(reading);
    this.shell.open().pass(9000);
    return this;
  }

  script(portal = this.#first): Script {
    const script = this.#scripts.get(portal) ?? scriptOf();
    this.#scripts.set(portal, script);
    return script;
  }

  says(reading: ProgressReading, portal = this.#first): this {
    this.script(portal).progress = succeed(reading);
    this.script(portal).keyDead = false;
    return this;
  }

  fails(failure: Failure, portal = this.#first): this {
    this.script(portal).progress = fail(failure);
    this.script(portal).keyDead = failure.kind === 'keyRefused';
    return this;
  }

  /** The very next question for the settings is answered like that, and every other as before. */
  settingsSayOnce(odd: Script['settings']): this {
    const script = this.script();
    const { settings } = script;
    script.settings = odd;
    this.passesUntil(({ ask }) => ask === 'settings');
    script.settings = settings;
    return this;
  }

  /** Lets time pass until such a question is asked. */
  passesUntil(isIt: (question: Question) => boolean): this {
    const before = this.shell.asked.length;
    while (!this.shell.asked.slice(before).some(({ question }) => isIt(question))) this.passes(100);
    return this;
  }

  passes(length: number): this {
    this.shell.pass(length);
    return this;
  }

  /** The portal says this, and is looked at until all is known that belongs to it. */
  looks(reading: ProgressReading, portal = this.#first): this {
    return this.glances(reading, portal).passes(7000);
  }

  /** The portal says this to exactly one look. */
  glances(reading: ProgressReading, portal = this.#first): this {
    this.says(reading, portal);
    this.shell.does({ type: 'checkNow', portal });
    return this.passes(2060);
  }
}

/** Portals of which each says something. */
export function portalsSaying(readings: ProgressReading[]): Story {
  const watched = readings.map((_, index) => ({ ...acme, id: `p${index}`, name: `P${index}` }));
  const story = new Story(watched);
  readings.forEach((reading, index) => story.says(reading, `p${index}`));
  story.shell.open().pass(10_000);
  return story;
}
