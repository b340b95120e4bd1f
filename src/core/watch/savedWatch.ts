import * as z from 'zod/mini';
import { toldCauses } from '../access/cause.ts';
import { accessId, toldUnsaved } from '../news/announcement.ts';
import { doubtOf } from '../backup/doubt.ts';
import type { Ending } from '../backup/ending.ts';
import { endedByNow, type Job, longestJobId, newJob } from '../backup/job.ts';
import { savedPastSchema } from '../foresight/savedPast.ts';
import { rebaseKey } from '../access/keyLife.ts';
import { plainText } from '../base/text.ts';
import { latest } from '../base/time.ts';
import { rebaseAge } from '../schedule/backupAge.ts';
import { rebaseSchedule } from '../schedule/schedule.ts';
import { savedScheduleSchema, toSavedSchedule } from './savedSchedule.ts';
import { folderTroubles } from '../saving/order.ts';
import { fromSavedSaving, savedSavingSchema, toSavedSaving } from '../saving/savedSaving.ts';
import type { Watch } from './watch.ts';

// What of a watch outlives the application: which job runs, how the last one ended, what is to be told and was told, how
// long the key lives, which backups are due, and what past runs teach of the next one.
// Links are left out: they are secrets, and the portal sends them again.

const outcome = z.enum(['finished', 'gaps', 'problem', 'failed', 'cancelled', 'unknown']);
const scope = z.enum(['portal', 'server']);
const stage = z.enum(['waiting', 'running', 'uploading']);
// Damaged files hold anything: numbers outside these bounds could be neither said nor drawn.
const time = z.number().check(z.minimum(0), z.maximum(latest));
const count = z.number().check(z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER));
const percent = z.number().check(z.minimum(0), z.maximum(100));
// Texts are as short as they were when they came from the portal.
const id = z.string().check(z.overwrite((stored) => stored.slice(0, longestJobId)));
const sentence = z.string().check(z.overwrite((stored) => plainText(stored, 500)));

const toldEnding = z.object({
  job: id,
  percent,
  error: sentence,
  archive: sentence,
  endedAt: time,
  timed: z.boolean(),
  linkUntil: z.nullable(time),
  unlisted: z.boolean(),
});
const ending = z.object({
  ...toldEnding.shape,
  task: z.nullable(id),
  outcome,
  seen: z.boolean(),
  mark: id,
});
const doubt = z.object({ why: z.enum(['gone', 'failed', 'late', 'told']), ending });

const job = z.object({
  run: z.nullable(z.object({ task: z.nullable(id), firstSeenAt: time, slowestStep: time })),
  ending: z.nullable(ending),
  // Older versions kept none.
  reported: z.catch(z.boolean(), true),
  doubts: z.array(doubt),
  known: z.boolean(),
  serial: z.number(),
  lastFinished: z.nullable(z.object({ job: id, at: time })),
});

const news = z.discriminatedUnion('of', [
  z.object({ of: z.literal('ending'), scope, outcome, ending: toldEnding }),
  z.object({
    of: z.literal('stuck'),
    scope,
    job: id,
    stage,
    percent,
    since: time,
    // Older versions kept none.
    before: z.catch(time, 0),
  }),
  z.object({ of: z.literal('overdue'), scope, dueAt: time, lastFinishedAt: z.nullable(time) }),
  z.object({ of: z.literal('scheduleGone'), scope, goneAt: time }),
  z.object({ of: z.literal('linkEnds'), scope, job: id, until: time }),
  z.object({ of: z.literal('outdated'), lastFinishedAt: z.nullable(time) }),
  z.object({ of: z.literal('restored'), outcome: z.enum(['finished', 'failed']), error: sentence }),
  z.object({ of: z.literal('access'), cause: z.enum(toldCauses) }),
  z.object({ of: z.literal('keyEnds'), endsAt: time }),
  z.object({ of: z.literal('archiveSaved'), scope, job: id, file: z.string(), files: count, missing: count }),
  z.object({ of: z.literal('archiveUnsaved'), scope, job: id, why: z.enum(toldUnsaved) }),
  z.object({ of: z.literal('savingHindered'), why: z.enum(folderTroubles), folder: z.string() }),
]);

const ledger = z.object({
  pending: z.array(z.object({ id, at: time, news })),
  told: z.array(id),
});

const key = z.object({
  // Older versions kept none.
  writes: z.catch(z.boolean(), false),
  endsAt: z.nullable(time),
  told: z.nullable(z.number()),
});

const schema = z.object({
  jobs: z.object({ portal: job, server: job }),
  ledger,
  key,
  // Older versions kept none.
  schedules: z.catch(z.object({ portal: savedScheduleSchema, server: savedScheduleSchema }), {
    portal: null,
    server: null,
  }),
  pasts: z.catch(z.object({ portal: savedPastSchema, server: savedPastSchema }), { portal: [], server: [] }),
  // Older versions kept none.
  age: z.catch(
    z.nullable(z.object({ since: time, listedAt: z.nullable(time), oldSince: z.nullable(time) })),
    null,
  ),
  // Older versions kept none.
  saving: z.catch(z.nullable(savedSavingSchema), null),
});

/** What is kept on disk of one portal. */
export type SavedWatch = z.output<typeof schema>;

/** What is worth saving of a watch. */
export function toSaved({
  jobs,
  ledger,
  key: { writes, endsAt, told },
  schedules,
  pasts,
  age,
  saving,
}: Watch): SavedWatch {
  return {
    jobs: { portal: toSavedJob(jobs.portal), server: toSavedJob(jobs.server) },
    ledger,
    key: { writes, endsAt, told },
    schedules: { portal: toSavedSchedule(schedules.portal), server: toSavedSchedule(schedules.server) },
    pasts,
    age: { since: age.since, listedAt: age.listedAt, oldSince: age.oldSince },
    saving: toSavedSaving(saving),
  };
}

function toSavedJob({
  run,
  ending,
  reported,
  doubts,
  known,
  serial,
  lastFinished,
}: Job): SavedWatch['jobs']['portal'] {
  return {
    run: run === null ? null : { task: run.task, firstSeenAt: run.firstSeenAt, slowestStep: run.slowestStep },
    ending: ending === null ? null : withoutLink(ending),
    reported,
    doubts: doubts.map(({ why, ending }) => ({ why, ending: withoutLink(ending) })),
    known,
    serial,
    lastFinished,
  };
}

function withoutLink({ link: _secret, ...kept }: Ending): Omit<Ending, 'link'> {
  return kept;
}

/** Reads what the disk holds of a watch; null where that cannot be read. */
export function parseSavedWatch(stored: unknown): SavedWatch | null {
  const read = schema.safeParse(stored);
  return read.success ? read.data : null;
}

/** A watch that has just begun, with what was saved of it. */
export function fromSaved(watch: Watch, saved: SavedWatch, now: number): Watch {
  return {
    ...watch,
    jobs: {
      portal: endedByNow(fromSavedJob(saved.jobs.portal, now), now),
      server: endedByNow(fromSavedJob(saved.jobs.server, now), now),
    },
    ledger: saved.ledger,
    pasts: saved.pasts,
    saving: saved.saving === null ? watch.saving : fromSavedSaving(saved.saving),
    access: { ...watch.access, changedAt: saved.ledger.told.includes(accessId('changed')) ? now : null },
    key: rebaseKey({ ...watch.key, ...saved.key }, now),
    age: rebaseAge({ ...watch.age, ...saved.age }, now),
    schedules: {
      portal: rebaseSchedule({ ...watch.schedules.portal, ...saved.schedules.portal }, now),
      server: rebaseSchedule({ ...watch.schedules.server, ...saved.schedules.server }, now),
    },
  };
}

function fromSavedJob(saved: SavedWatch['jobs']['portal'], now: number): Job {
  const { run, ending, doubts, ...rest } = saved;
  return {
    ...newJob,
    ...rest,
    ending: ending === null ? null : { ...ending, link: '' },
    doubts: doubts.map(({ why, ending }) => doubtOf(why, { ...ending, link: '' }, false, now)),
    run:
      run === null
        ? null
        : {
            ...run,
            stoppable: false,
            stage: 'waiting',
            percent: 0,
            watchedSince: now,
            stageSince: now,
            changedAt: now,
            missedAt: null,
            steps: [],
          },
  };
}
