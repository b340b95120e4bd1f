import type { ConnectEvent } from '../../../src/core/connect/event.ts';
import { stepConnect } from '../../../src/core/connect/connect.ts';
import { type ConnectAttempt, newAttempt } from '../../../src/core/connect/attempt.ts';
import type { Failure } from '../../../src/core/net/failure.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import type { Portal } from '../../../src/core/portal.ts';
import { acme, redirect, start } from '../given.ts';
import { answerFrom, type Script, scriptOf } from './story.ts';

/** What the servers of a test answer, by origin; a text is where one redirects to. */
export type Servers = Record<string, Partial<Script> | Failure | string>;

/** Somebody who adds a portal, answers each question of consent the same way, and waits for the end. */
export class Connecting {
  connect: ConnectAttempt = newAttempt;
  readonly asked: string[] = [];
  readonly consents: string[] = [];
  readonly #servers: Servers;
  #portals: Portal[] = [];

  constructor(servers: Servers) {
    this.#servers = servers;
  }

  submits(
    address: string,
    keyKind: ConnectAttempt['keyKind'] | null = 'apiKey',
    watched: string[] = [],
  ): this {
    this.#portals = watched.map((origin) => ({ ...acme, origin }));
    return this.#does({ type: 'connectSubmitted', address, keyKind }).#goOn();
  }

  /** Opens the form for the new key of a portal that is watched. */
  changesKeyOf(id: string, origin: string): this {
    this.#portals = [{ ...acme, id, origin }];
    return this.#does({ type: 'connectOpened', portal: id });
  }

  agrees(): this {
    return this.#does({ type: 'connectAgreed' }).#goOn();
  }

  /** The end of it, in one word or two. */
  end(): string {
    const { stage } = this.connect;
    if (stage.is !== 'refused') return stage.is;
    const { refusal } = stage;
    return refusal.why === 'failure'
      ? `${refusal.at}: ${refusal.failure.kind}`
      : `${refusal.at}: ${refusal.why}`;
  }

  #does(event: ConnectEvent): this {
    this.connect = stepConnect(this.connect, event, { portals: this.#portals, now: start });
    return this;
  }

  #goOn(): this {
    for (let step = 0; step < 50; step += 1) {
      if (this.connect.stage.is === 'asking') this.#answer();
      else if (this.connect.stage.is === 'waiting') this.#does({ type: 'connectDue' });
    }
    const { stage } = this.connect;
    if (stage.is === 'consent') this.consents.push(stage.to);
    return this;
  }

  #answer(): void {
    const { stage, address, attempt } = this.connect;
    if (stage.is !== 'asking' || address === null) throw new Error('nothing is asked');
    const { question } = stage;
    this.asked.push(`${address.origin} ${question.ask}`);
    const server = this.#servers[address.origin] ?? { kind: 'noSuchHost', detail: 'ENOTFOUND' };
    const got =
      typeof server === 'string'
        ? fail(redirect(server, address.origin))
        : 'kind' in server
          ? fail(server)
          : null;
    const reply = answerFrom(
      { ...scriptOf(), ...(got === null && typeof server !== 'string' ? server : {}) },
      question,
    );
    this.#does({ type: 'connectReplied', attempt, reply: got === null ? reply : { ...reply, got } });
  }
}

export const workspace: Partial<Script> = {
  settings: succeed({ docSpace: false, standalone: true, name: 'Old', tenant: 'active' }),
};
