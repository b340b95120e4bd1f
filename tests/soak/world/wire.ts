import { authorization } from '../../../src/core/docspace/authorization.ts';
import type { ApiRequest } from '../../../src/core/docspace/request.ts';
import { type Answer as Sent, empty, html } from '../../support/docspace/portal/answer.ts';
import type { Call } from '../../support/docspace/portal/call.ts';
import { failWithoutStack } from '../../support/docspace/portal/envelope.ts';
import { readJob, type Reading } from '../../support/docspace/portal/job/reading.ts';
import type { Job } from '../../support/docspace/portal/job/timeline.ts';
import { respond } from '../../support/docspace/portal/respond.ts';
import { tomorrow } from '../../support/docspace/portal/scenarios/versions.ts';
import { isRecord, parseJson } from '../../support/docspace/json.ts';
import { type FleetPortal, keyOf } from './fleet.ts';

const refusals = [
  empty(401),
  failWithoutStack(401, 'Unauthorized'),
  html(401, '401', 'Authorization Required'),
];

/** What of a portal decides its answer: while none of it has changed, the answer is the same. */
type Ground = {
  details: unknown;
  keys: unknown;
  restoring: unknown;
  job: Job | undefined;
  reading: Reading | undefined;
};

/** Asks one portal without a network: what the fake portal says, and answers that cannot have changed only once. */
export class Wire {
  readonly #portal: FleetPortal;
  readonly #calls = new Map<string, Call>();
  readonly #said = new Map<string, { ground: Ground; sent: Sent }>();

  #refusals = 0;

  constructor(portal: FleetPortal) {
    this.#portal = portal;
  }

  /** What the portal says to this request right now. */
  ask({ path, withKey }: ApiRequest): Sent {
    const { world } = this.#portal;
    const call = this.#call(path, withKey);
    call.at = world.clock.now();
    if (!path.includes('getbackupprogress')) return this.#respond(call);
    const ground = this.#ground(path.includes('Dump'));
    const before = this.#said.get(path);
    if (before !== undefined && isSameGround(before.ground, ground)) return before.sent;
    const sent = this.#respond(call);
    this.#said.set(path, { ground, sent });
    return sent;
  }

  #respond(call: Call): Sent {
    const said = respond(call, this.#portal.world);
    const sent = { ...said, headers: { ...said.headers, date: new Date(call.at).toUTCString() } };
    if (sent.status === 401) return this.#refusal();
    if (this.#portal.world.details.version !== '9.0.0') return sent;
    const body = parseJson(String(sent.body));
    if (!isRecord(body) || !isRecord(body['response']) || tomorrow.distort === undefined) return sent;
    // Its finished jobs say so by their own status, its running ones by one nobody knows yet.
    const { response } = body;
    const running = response['isCompleted'] === false && response['error'] === '';
    return running ? { ...sent, body: JSON.stringify(tomorrow.distort(body, call)) } : sent;
  }

  /** What stands before the portal may put a body of its own into a refusal. */
  #refusal(): Sent {
    this.#refusals += 1;
    return refusals[this.#refusals % refusals.length] ?? empty(401);
  }

  #ground(dump: boolean): Ground {
    const { details, keys, restore, clock, backups, dumps } = this.#portal.world;
    const job = (dump ? dumps : backups).current();
    return { details, keys, restoring: restore, job, reading: job && readJob(job, clock.now()) };
  }

  #call(path: string, withKey: boolean): Call {
    const name = `${path} ${withKey}`;
    const known = this.#calls.get(name);
    if (known !== undefined) return known;
    const { credential, origin } = this.#portal;
    const url = new URL(path, origin);
    const text = keyOf(this.#portal);
    const headers = withKey ? { authorization: authorization({ text, kind: credential }) } : {};
    const call = {
      at: 0,
      method: 'GET',
      path: url.pathname,
      query: url.searchParams,
      href: url.href,
      headers,
      body: '',
    };
    this.#calls.set(name, call);
    return call;
  }
}

function isSameGround(one: Ground, other: Ground): boolean {
  return (
    // A restore goes on by itself; it is short, and asked each time.
    one.restoring === undefined &&
    other.restoring === undefined &&
    one.details === other.details &&
    one.keys === other.keys &&
    one.job === other.job &&
    one.reading?.status === other.reading?.status &&
    one.reading?.progress === other.reading?.progress &&
    one.reading?.isCompleted === other.reading?.isCompleted
  );
}
