import * as z from 'zod/mini';
import type { Failure } from '../net/failure.ts';
import type { Result } from '../base/result.ts';
import { parseResponse } from './envelope.ts';
import type { HttpResponse } from './request.ts';

/** Reads the answer of `cancelbackup` (since DocSpace 3.7.1): whether there was anything to stop. */
export function parseStopped(answer: HttpResponse, now: number): Result<boolean, Failure> {
  return parseResponse(answer, z.boolean(), 'cancelbackup', now);
}
