import * as z from 'zod/mini';
import type { Failure } from '../net/failure.ts';
import { type Result, succeed } from '../base/result.ts';
import { parseResponse } from './envelope.ts';
import { wholePercent } from './progress.ts';
import type { HttpResponse } from './request.ts';

/** How far a restore is; null where none is going on. */
export type RestoreProgress = { percent: number } | null;

const schema = z.nullish(
  z.object({
    isCompleted: z.boolean(),
    progress: z.number(),
    error: z.nullish(z.string()),
    status: z.nullish(z.unknown()),
  }),
);
/** A job that threw early is never completed (DocSpace server 3.7.2, DistributedTask). */
const failedStatus = 4;

/** Reads the answer. A restore that is over, or has failed, is none: null, since nothing goes on any more. */
export function parseRestore(answer: HttpResponse, now: number): Result<RestoreProgress, Failure> {
  const read = parseResponse(answer, schema, 'getrestoreprogress', now);
  if (!read.ok) return read;
  const restore = read.value;
  if (restore === null || restore === undefined) return succeed(null);
  if (restore.isCompleted || restore.status === failedStatus || (restore.error ?? '') !== '') {
    return succeed(null);
  }
  return succeed({ percent: wholePercent(restore.progress) });
}
