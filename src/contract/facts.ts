import * as z from 'zod/mini';
import { type Cause, causes } from '../core/access/cause.ts';
import { latest } from '../core/base/time.ts';
import { id, percent, scope, text } from './values.ts';

// What the command line tells scripts. docs/command-line.md says what each field means; it is versioned: a field may be
// added within a version, none is taken away or gets another meaning.

const outcomes = ['finished', 'gaps', 'problem', 'failed', 'cancelled', 'unknown'] as const;

/** How a portal stands, by one word: its last ending stands by its outcome. */
const stateWords = [
  'firstCheck',
  'idle',
  'waiting',
  'running',
  'uploading',
  'stuck',
  'settling',
  ...outcomes,
  'gone',
  'overdue',
  'outdated',
  'scheduleGone',
  'restoring',
  'keyringClosed',
  'keyMissing',
  'noAccess',
] as const;

const version = z.literal(1);
/** ISO 8601, in UTC. */
const moment = z.iso.datetime();
const maybe = z.nullable(moment);
const seconds = z.int().check(z.minimum(0), z.maximum(latest));
const outcome = z.enum(outcomes);
const cause = z.enum(Object.keys(causes).filter((name): name is Cause => name in causes));
const watching = z.enum(['on', 'paused', 'offline']);
const count = z.int().check(z.minimum(0));
const backupFact = { scope, backup: text };

/** An archive on this machine; `readable`: it could be read to its end. What is in it is null where it could not. */
const archive = z.strictObject({
  ...backupFact,
  file: text,
  savedAt: moment,
  bytes: count,
  sha256: text,
  readable: z.boolean(),
  files: z.nullable(count),
  missing: z.nullable(count),
});

/** What is known of one portal: no key, no link, and no sentence. */
const portalFacts = z.strictObject({
  id,
  name: text,
  origin: text,
  state: z.enum(stateWords),
  scope: z.nullable(scope),
  attention: z.boolean(),
  since: maybe,
  percent: z.nullable(percent),
  secondsLeft: z.nullable(z.strictObject({ likely: seconds, from: seconds, to: seconds })),
  cause: z.nullable(cause),
  dueAt: maybe,
  nextBackupAt: maybe,
  checkedAt: maybe,
  lastFinishedAt: maybe,
  runs: z.array(z.strictObject({ ...backupFact, percent })).check(z.maxLength(2)),
  endings: z.array(z.strictObject({ ...backupFact, outcome, endedAt: moment })).check(z.maxLength(2)),
  archives: z.array(archive).check(z.maxLength(2)),
});

/** All portals at one moment. */
export const factsSchema = z.strictObject({
  version,
  at: moment,
  application: text,
  watching,
  pausedUntil: maybe,
  portals: z.array(portalFacts),
});

const happenings = [
  'stands',
  'started',
  'progress',
  'ended',
  'saved',
  'stuck',
  'overdue',
  'outdated',
  'accessLost',
  'accessRegained',
  'changed',
  'added',
  'removed',
  'watching',
] as const;

/** One thing that has happened. `portal`: how it stands then; null for what concerns them all. */
export const happeningSchema = z.strictObject({
  version,
  at: moment,
  event: z.enum(happenings),
  watching,
  portal: z.nullable(portalFacts),
  scope: z.nullable(scope),
  backup: z.nullable(text),
  outcome: z.nullable(outcome),
});

export type WatchFacts = z.output<typeof factsSchema>;
export type PortalFacts = z.output<typeof portalFacts>;
export type Happening = z.output<typeof happeningSchema>;
