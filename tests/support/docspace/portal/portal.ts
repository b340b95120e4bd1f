import { type Clock, realClock } from './clock.ts';
import { startCloud } from './cloud.ts';
import { defaultDetails, type Details } from './details.ts';
import type { Plan } from './job/plan.ts';
import type { Job } from './job/timeline.ts';
import { type KeyKind, tokensOf } from './keys.ts';
import { type Identity, type Listener, listen } from './listener.ts';
import type { Limits, Misbehaviour } from './misbehaviour/misbehaviours.ts';
import type { RecordedRequest } from './record.ts';
import { startRedirector } from './redirector.ts';
import type { Scenario } from './scenario.ts';
import { serve, type Stage } from './serve.ts';
import { World } from './world.ts';

export type PortalOptions = Partial<Details> & {
  /** Absent: a portal that knows of no backup. */
  scenario?: Scenario | undefined;
  clock?: Clock;
  /** 0, or absent: a free one. */
  port?: number;
  /** Serves by https; `plainOrigin` then redirects to it. */
  tls?: Identity | undefined;
  /** Is to be had by https as well, at `secureOrigin`; `origin` stays the one without encryption. */
  twin?: Identity | undefined;
};

/** A DocSpace portal that listens on 127.0.0.1. */
export type Portal = {
  origin: string;
  /** With TLS: the http address that redirects to `origin`. */
  plainOrigin: string | undefined;
  /** With a twin: its https address. */
  secureOrigin: string | undefined;
  /** What people call it. */
  name: string;
  /** An API key that works: an administrator's, read-only. */
  key: string;
  keys: Record<KeyKind, string>;
  /** An administrator's, for a raw `Authorization` or the cookie `asc_auth_key`. */
  sessionToken: string;
  /** Every request, in the order of arrival; those to `plainOrigin` too. */
  requests: RecordedRequest[];
  /** Requests to the cloud storage, which has an origin of its own. */
  cloudRequests: RecordedRequest[];
  /** The portal's inside, for what the functions below do not reach. */
  world: World;
  /** Starts over with another scenario; the requests stay. */
  play: (scenario: Scenario) => void;
  startBackup: (plan?: Partial<Plan>, startedAt?: number) => Job;
  /** Lets something go wrong from now on; the returned function ends it. */
  misbehave: (misbehaviour: Misbehaviour, limits?: Limits) => () => void;
  /** Shows another certificate from now on. */
  changeIdentity: (tls: Identity) => void;
  /** Ends every connection. Rejects where the fake said what no portal says. */
  close: () => Promise<void>;
};

/** Starts a portal; it plays its scenario from this moment of its clock on. */
export async function startPortal(options: PortalOptions = {}): Promise<Portal> {
  const { scenario, clock = realClock, port, tls, twin, ...details } = options;
  const listener = await listen(port ?? 0, tls);
  const secure = twin && (await listen(0, twin));
  const cloud = await startCloud(clock, () => world.details.archive);
  const world = new World({
    origin: listener.origin,
    secureOrigin: secure?.origin,
    cloudOrigin: cloud.origin,
    clock,
    details: { ...defaultDetails, ...details },
  });
  const stage: Stage = { world, scenario, requests: [], complaints: [] };
  for (const each of [listener, ...(secure === undefined ? [] : [secure])])
    each.serve((request, response) => serve(request, response, each.origin, stage));
  scenario?.begin(world);
  const redirector = tls && (await startRedirector(world, stage.requests));
  const listeners = [listener, secure, cloud, redirector].filter((each) => each !== undefined);
  return {
    origin: listener.origin,
    plainOrigin: redirector?.origin,
    secureOrigin: secure?.origin,
    name: world.details.name,
    key: world.keys.readOnly.token,
    keys: tokensOf(world.keys),
    sessionToken: world.sessionToken,
    requests: stage.requests,
    cloudRequests: cloud.requests,
    world,
    play: (next) => {
      world.reset();
      stage.scenario = next;
      next.begin(world);
    },
    startBackup: (plan, startedAt) => world.backups.start(plan, startedAt),
    misbehave: (misbehaviour, limits) => world.misbehaviours.add(misbehaviour, limits),
    changeIdentity: (identity) => listener.changeIdentity(identity),
    close: () => closeAll(listeners, stage),
  };
}

async function closeAll(listeners: Pick<Listener, 'close'>[], { world, complaints }: Stage): Promise<void> {
  await Promise.all(listeners.map((listener) => listener.close()));
  world.misbehaviours.clear();
  if (complaints.length > 0) throw new Error(`The fake portal was wrong:\n${complaints.join('\n')}`);
}
