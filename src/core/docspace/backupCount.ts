import * as z from 'zod/mini';
import type { Failure } from '../net/failure.ts';
import type { Result } from '../base/result.ts';
import { parseResponse } from './envelope.ts';
import type { HttpResponse } from './request.ts';

/** More than any portal makes in a month. */
const most = 100_000;
const schema = z.int().check(z.minimum(0), z.maximum(most));

/** How many free backups the portal has made in this month of UTC, removed ones included. DocSpace 3.5 and newer. */
export function parseBackupCount(answer: HttpResponse, now: number): Result<number, Failure> {
  return parseResponse(answer, schema, 'getbackupscount', now);
}
