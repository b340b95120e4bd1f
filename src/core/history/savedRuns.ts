import * as z from 'zod/mini';
import { plainText } from '../base/text.ts';
import { latest } from '../base/time.ts';
import { longestJobId } from '../backup/job.ts';
import { storageTypes } from '../docspace/history.ts';
import { mergeRuns } from './mergeRuns.ts';
import type { RunRecord } from './runRecord.ts';

// What the file of one portal's runs holds. Damaged files hold anything: what could be neither said nor drawn is left out.

/** Room for a number and a time beside the longest id. */
const id = z.string().check(z.minLength(1), z.maxLength(longestJobId + 40));
const time = z.number().check(z.minimum(0), z.maximum(latest));
const since = z.nullable(time);
const percent = z.number().check(z.minimum(0), z.maximum(100));
const sentence = z.string().check(z.overwrite((stored) => plainText(stored, 500)));

const record = z.object({
  id,
  // Older versions recorded backups alone.
  kind: z.catch(z.enum(['backup', 'restore']), 'backup'),
  scope: z.enum(['portal', 'server']),
  start: z.nullable(z.object({ at: time, seen: z.boolean() })),
  stages: z.object({ waiting: since, running: since, uploading: since }),
  trace: z.array(z.object({ at: time, percent })).check(z.maxLength(100)),
  end: z.nullable(
    z.object({
      outcome: z.enum(['finished', 'gaps', 'problem', 'failed', 'cancelled', 'unknown']),
      at: time,
      timed: z.boolean(),
      percent,
      reason: sentence,
    }),
  ),
  archive: z.nullable(
    z.object({
      name: sentence,
      storage: z.catch(z.nullable(z.enum(storageTypes)), null),
      createdAt: since,
      expiresAt: since,
    }),
  ),
});

const version = 1;

/** What is put into the file. */
export function toSavedRuns(runs: readonly RunRecord[]): {
  version: typeof version;
  runs: readonly RunRecord[];
} {
  return { version, runs };
}

/** What a file held; `whole`: all of it could be used. */
export type ParsedRuns = { runs: RunRecord[]; whole: boolean };

/** Reads what a file holds: every run that can be read, whatever is wrong with the others. */
export function parseSavedRuns(stored: unknown): ParsedRuns {
  const file = z.object({ version: z.literal(version), runs: z.array(z.unknown()) }).safeParse(stored);
  if (!file.success) return { runs: [], whole: false };
  const read = file.data.runs.map((entry) => record.safeParse(entry));
  const runs = read.flatMap(({ data }) => (data === undefined ? [] : [data]));
  return { runs: mergeRuns(runs, []), whole: runs.length === read.length };
}
