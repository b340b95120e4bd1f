import * as z from 'zod/mini';
import type { Failure } from '../net/failure.ts';
import { type Result, succeed } from '../base/result.ts';
import { plainText } from '../base/text.ts';
import { parseResponse } from './envelope.ts';
import type { HttpResponse } from './request.ts';
import { parseTime } from './time.ts';

/** What an API key says of itself. Since DocSpace 3.2.1; session tokens have no such page. */
export type KeyFacts = {
  name: string;
  /** May see backups at all: they are in no named scope, so only a key for everything reads them. */
  readsBackups: boolean;
  /** May start and stop backups, which takes a key that changes everything. */
  writes: boolean;
  /** `*:read` and nothing more: what Keepwatch recommends. */
  readOnly: boolean;
  /** Epoch milliseconds, or null for a key without end. */
  expiresAt: number | null;
};

const schema = z.object({
  name: z.nullish(z.string()),
  permissions: z.nullish(z.array(z.string())),
  expiresAt: z.nullish(z.string()),
});

/** Reads what a key says of itself: without a list of permissions it may do everything. */
export function parseKeyFacts(answer: HttpResponse, now: number): Result<KeyFacts, Failure> {
  const read = parseResponse(answer, schema, 'keys/@self', now);
  if (!read.ok) return read;
  const permissions = read.value.permissions ?? [];
  const writes = permissions.length === 0 || permissions.includes('*') || permissions.includes('*:write');
  return succeed({
    name: plainText(read.value.name ?? '', 60),
    readsBackups: writes || permissions.includes('*:read'),
    writes,
    readOnly: !writes && permissions.every((permission) => permission.endsWith(':read')),
    expiresAt: parseTime(read.value.expiresAt),
  });
}
