import * as z from 'zod/mini';
import type { Failure } from '../net/failure.ts';
import { type Result, succeed } from '../base/result.ts';
import { plainText } from '../base/text.ts';
import { parseResponse } from './envelope.ts';
import type { HttpResponse } from './request.ts';

const schema = z.object({ docSpace: z.nullish(z.string()) });

/** DocSpace's version, such as "3.7.2"; empty when the server keeps it to itself. */
export function parseVersion(answer: HttpResponse, now: number): Result<string, Failure> {
  const read = parseResponse(answer, schema, 'settings/version/build', now);
  return read.ok ? succeed(plainText(read.value.docSpace ?? '', 20)) : read;
}
