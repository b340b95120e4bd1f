import { isRecord, parseJson } from '../../support/docspace/json.ts';
import type { Exchange } from '../../support/docspace/portal/misbehaviour/misbehaviours.ts';
import type { Portal } from '../../support/docspace/portal/portal.ts';
import type { Job } from '../../support/docspace/portal/job/timeline.ts';
import { EndingJudge } from '../../soak/judge/endings.ts';
import type { Count } from '../../soak/judge/figures.ts';
import { shownOf } from '../../soak/judge/sight.ts';
import type { ShownNotification } from '../../support/desktop/notificationServer.ts';
import { readSavedNews } from './ledger.ts';

/**
 * Stands between the built application, the fake portal and the notification server, and lets the judge of the soak
 * know what passes: which answers the application got, and which news it showed. That it lived to save an answer shows
 * in its next question; which news a notification is about, in the file in which it was saved before it was shown.
 */
export class Observer {
  readonly wrong: string[] = [];
  readonly #portal: Portal;
  readonly #userData: string;
  readonly #judge: EndingJudge;
  #confirm = (): void => undefined;
  /** The news that this life of the application has shown. */
  #shown: string[] = [];

  constructor(portal: Portal, jobs: Job[], userData: string) {
    this.#portal = portal;
    this.#userData = userData;
    this.#judge = new EndingJudge({
      portal: 'acme',
      scope: 'portal',
      version: portal.world.details.version,
      jobs,
    });
    portal.misbehave({ name: 'observed', meet: (exchange) => this.#meet(exchange) });
  }

  /** A notification has come to the server, which has not answered yet. */
  notification({ summary }: ShownNotification): void {
    const { pending } = readSavedNews(this.#userData);
    const waiting = pending.filter((id) => !this.#shown.includes(id));
    // More than three at once are one notification.
    const news = waiting.length > 3 && !summary.startsWith('Acme') ? waiting : waiting.slice(0, 1);
    if (news.length === 0) this.wrong.push(`"${summary}" was shown, and is no news`);
    for (const id of news) this.#tell(id, summary);
  }

  /** The application was killed. */
  killed(): void {
    const { told } = readSavedNews(this.#userData);
    for (const id of this.#shown) if (told.includes(id)) this.#judge.settles(taskOf(id));
    this.#judge.ends();
    this.#shown = [];
    this.#confirm = () => undefined;
  }

  /** How it stands now. */
  count(): { count: Count; flaws: string[] } {
    const flaws: string[] = [];
    const count = this.#judge.count(this.#now(), (kind, text) => flaws.push(`${kind}: ${text}`));
    return { count, flaws: [...flaws, ...this.wrong.map((text) => `wrong: ${text}`)] };
  }

  #tell(id: string, summary: string): void {
    this.#shown.push(id);
    const outcome = id.split(' ').at(-1) ?? '';
    const wrong = this.#judge.tells(taskOf(id), outcome, null, this.#now());
    if (wrong !== null) this.wrong.push(wrong);
    if (outcome === 'failed' && /finished/.test(summary)) this.wrong.push(`"${summary}" is about a failure`);
    if (outcome === 'finished' && /failed/.test(summary)) this.wrong.push(`"${summary}" is about a success`);
  }

  #meet({ call, honest, send }: Exchange): void {
    // It asks again: the answer before this one was taken in, and saved.
    this.#confirm();
    this.#confirm = () => undefined;
    const answer = honest();
    if (call.path.endsWith('getbackupprogress')) {
      const job = this.#portal.world.backups.current();
      this.#confirm = this.#judge.hears(job, shownOf(job, this.#now()), Date.now());
    }
    if (call.path.endsWith('getbackuphistory'))
      this.#judge.hearsHistory(tasksIn(String(answer.body)), this.#now());
    send(answer);
  }

  #now(): number {
    return this.#portal.world.clock.now();
  }
}

function taskOf(id: string): string {
  return id.split(' ')[1] ?? '';
}

function tasksIn(body: string): Set<string> {
  const envelope = parseJson(body);
  const list = isRecord(envelope) ? envelope['response'] : [];
  return new Set(
    Array.isArray(list) ? list.map((record) => (isRecord(record) ? String(record['id']) : '')) : [],
  );
}
