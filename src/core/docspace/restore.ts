import * as z from 'zod/mini';
import type { Failure } from '../net/failure.ts';
import { type Result, succeed } from '../base/result.ts';
import { parseResponse } from './envelope.ts';
import { sentence, wholePercent } from './progress.ts';
import type { HttpResponse } from './request.ts';

/** How far a restore is, or how the last one ended, `error` being the server's own sentence; null: none is known. */
export type RestoreProgress = { percent: number } | RestoreEnding | null;

export type RestoreEnding = { ended: 'finished' | 'failed'; error: string };

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

/** Reads the answer. A restore that has ended is told of for a day. */
export function parseRestore(answer: HttpResponse, now: number): Result<RestoreProgress, Failure> {
  const read = parseResponse(answer, schema, 'getrestoreprogress', now);
  if (!read.ok) return read;
  const restore = read.value;
  if (restore === null || restore === undefined) return succeed(null);
  const error = sentence(restore.error);
  if (error !== '' || restore.status === failedStatus) return succeed({ ended: 'failed', error });
  if (restore.isCompleted) return succeed({ ended: 'finished', error });
  return succeed({ percent: wholePercent(restore.progress) });
}
