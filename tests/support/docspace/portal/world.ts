import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { Details } from './details.ts';
import { Desk } from './job/desk.ts';
import { hasRestored, isRestoring, type Restore } from './job/restore.ts';
import { type Key, type KeyKind, type Keys, makeKeys } from './keys.ts';
import { Misbehaviours } from './misbehaviour/misbehaviours.ts';
import { administrator, type Person } from './people.ts';

export type Place = {
  origin: string;
  secureOrigin?: string | undefined;
  cloudOrigin: string;
  clock: Clock;
  details: Details;
};

/** All that a portal is and knows at one time. A scenario sets it up; the routes read it. */
export class World {
  readonly origin: string;
  /** Where it is to be had by https, or would be. */
  readonly secureOrigin: string;
  /** Where the archives of third-party storages lie: another origin. */
  readonly cloudOrigin: string;
  readonly clock: Clock;
  readonly misbehaviours = new Misbehaviours();
  details: Details;
  keys: Keys;
  /** An administrator's session, from the start. */
  readonly sessionToken: string;
  /** Session tokens and whose they are. */
  readonly sessions = new Map<string, Person>();
  backups: Desk;
  /** Jobs of the whole server, `Dump=true`. */
  dumps: Desk;
  restore: Restore | undefined;
  /** Workspace tells a failure once; this is the job it has told. */
  toldFailure: string | undefined;
  readonly #start: Details;

  constructor({ origin, secureOrigin, cloudOrigin, clock, details }: Place) {
    this.origin = origin;
    this.secureOrigin = secureOrigin ?? origin.replace('http:', 'https:');
    this.cloudOrigin = cloudOrigin;
    this.clock = clock;
    this.#start = details;
    this.details = { ...details };
    this.keys = makeKeys(origin, clock.now());
    this.sessionToken = this.startSession(administrator);
    this.backups = new Desk(clock, details.alias);
    this.dumps = new Desk(clock, 'workspace');
  }

  /** Forgets every job, and becomes the portal it was at first. Keys and sessions stay the same words. */
  reset(): void {
    this.details = { ...this.#start };
    this.keys = makeKeys(this.origin, this.clock.now());
    this.backups = new Desk(this.clock, this.details.alias);
    this.dumps = new Desk(this.clock, 'workspace');
    this.restore = undefined;
    this.toldFailure = undefined;
    this.misbehaviours.clear();
  }

  /** Sets details of the portal while it runs. */
  set(details: Partial<Details>): void {
    this.details = { ...this.details, ...details };
  }

  /** Makes the key that everybody uses a worse one, its token unchanged. */
  alterKey(change: Partial<Omit<Key, 'token'>>, kind: KeyKind = 'readOnly'): void {
    this.keys = { ...this.keys, [kind]: { ...this.keys[kind], ...change } };
  }

  startRestore(seconds: number): void {
    this.restore = { taskId: randomUUID(), startedAt: this.clock.now(), seconds };
  }

  tenantStatus(): number {
    const restoring = this.restore !== undefined && isRestoring(this.restore, this.clock.now());
    return restoring ? 4 : this.details.tenantStatus;
  }

  /** A restore brings back a table of keys that does not hold today's (DocSpace server 3.7.2). */
  keysAreDead(): boolean {
    return this.restore !== undefined && hasRestored(this.restore, this.clock.now());
  }

  startSession(person: Person): string {
    const token = randomBytes(48).toString('base64url');
    this.sessions.set(token, person);
    return token;
  }
}
