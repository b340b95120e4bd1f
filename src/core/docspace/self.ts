import * as z from 'zod/mini';
import type { Failure } from '../net/failure.ts';
import { type Result, succeed } from '../base/result.ts';
import { plainText } from '../base/text.ts';
import { parseResponse } from './envelope.ts';
import type { HttpResponse } from './request.ts';

/** Whose key it is. */
export type Self = {
  name: string;
  /** Owner or DocSpace administrator: nobody else may see backups. */
  administrator: boolean;
};

const schema = z.object({
  displayName: z.nullish(z.string()),
  isOwner: z.nullish(z.boolean()),
  isAdmin: z.nullish(z.boolean()),
});

/** Reads whose key it is. */
export function parseSelf(answer: HttpResponse, now: number): Result<Self, Failure> {
  const read = parseResponse(answer, schema, 'people/@self', now);
  if (!read.ok) return read;
  // Since DocSpace 3.7.1 the owner's isAdmin is false.
  const administrator = read.value.isOwner === true || read.value.isAdmin === true;
  return succeed({ name: plainText(read.value.displayName ?? '', 80), administrator });
}
