import * as z from 'zod/mini';
import type { Failure } from '../net/failure.ts';
import { type Result, succeed } from '../base/result.ts';
import type { HttpResponse } from './request.ts';
import { plainText } from '../base/text.ts';
import { parseResponse } from './envelope.ts';

/** What `getbackupprogress` says: nothing known, or one job. */
export type ProgressReading = { job: null } | { job: JobReading };

/** A backup job as the portal reports it; members that older servers lack are null. */
export type JobReading = {
  /** A guid, equal to the `id` of the archive's history record. Since DocSpace 2.5. */
  task: string | null;
  percent: number;
  completed: boolean;
  /** The server's own sentence, cleaned; empty when there is none. */
  error: string;
  warning: string;
  /** As sent: relative, absolute or empty. A secret. */
  link: string;
  /** 0 created, 1 running, 2 completed, 3 cancelled, 4 failed; since DocSpace 3.7.1. */
  status: number | null;
};

const text = z.nullish(z.string());

const schema = z.nullish(
  z.object({
    isCompleted: z.boolean(),
    progress: z.number(),
    error: text,
    warning: text,
    link: text,
    taskId: text,
    status: z.nullish(z.union([z.number(), z.string()])),
    backupProgressEnum: z.nullish(z.union([z.number(), z.string()])),
  }),
);

/** Reads the answer: 200 without `response` is "no job known", neither an error nor success nor 0 %. */
export function parseProgress(answer: HttpResponse, now: number): Result<ProgressReading, Failure> {
  const read = parseResponse(answer, schema, 'getbackupprogress', now);
  if (!read.ok) return read;
  const job = read.value;
  if (job === null || job === undefined || isOtherKind(job.backupProgressEnum)) return succeed({ job: null });
  return succeed({
    job: {
      task: job.taskId ? job.taskId.slice(0, 64).toLowerCase() : null,
      percent: wholePercent(job.progress),
      completed: job.isCompleted,
      error: sentence(job.error),
      warning: sentence(job.warning),
      link: job.link?.trim() ?? '',
      status: statusNumber(job.status),
    },
  });
}

/** A server's figure as whole percent, 0 to 100. */
export function wholePercent(figure: number): number {
  return Math.min(100, Math.max(0, Math.floor(figure)));
}

/** A text of which nothing can be shown is still a text: an unreadable error is an error. */
export function sentence(raw: string | null | undefined): string {
  return raw ? plainText(raw, 500) || '…' : '';
}

/** `backupProgressEnum` is the kind of job, not its state: 0 backup, 1 restore, 2 transfer. Unknown ones are backups. */
function isOtherKind(kind: number | string | null | undefined): boolean {
  return kind === 1 || kind === 2 || kind === 'Restore' || kind === 'Transfer';
}

// Integers on the wire; the published documents also show names, one of them misspelt for good.
const statusNames = new Map([
  ['Created', 0],
  ['Running', 1],
  ['Completed', 2],
  ['Canceled', 3],
  ['Failted', 4],
  ['Failed', 4],
]);

function statusNumber(status: number | string | null | undefined): number | null {
  if (typeof status === 'number') return status;
  return typeof status === 'string' ? (statusNames.get(status) ?? null) : null;
}
