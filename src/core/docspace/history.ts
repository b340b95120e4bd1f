import * as z from 'zod/mini';
import type { Failure } from '../net/failure.ts';
import { type Result, succeed } from '../base/result.ts';
import type { HttpResponse } from './request.ts';
import { plainText } from '../base/text.ts';
import { parseResponse } from './envelope.ts';
import { parseTime } from './time.ts';

/** One archive that exists: only successes are listed, and only while their storage can be reached. */
export type HistoryRecord = {
  /** Equal to the `taskId` of the job that made it. */
  task: string;
  archive: string;
  /** Null for one that is not known. */
  storage: StorageType | null;
  createdAt: number | null;
  /** Null for one that does not expire. */
  expiresAt: number | null;
};

/** Where an archive lies. `temporary`: on the portal, for a day; `cloud`: an object storage. */
export type StorageType = (typeof storageTypes)[number];

/** By the numbers of BackupStorageType, DocSpace server 3.7.2. */
export const storageTypes = ['room', 'connectedRoom', 'otherCloud', 'server', 'temporary', 'cloud'] as const;

const schema = z.nullish(
  z.array(
    z.object({
      id: z.string(),
      fileName: z.nullish(z.string()),
      storageType: z.nullish(z.unknown()),
      createdOn: z.nullish(z.string()),
      expiresOn: z.nullish(z.string()),
    }),
  ),
);

/** Reads the list, newest first (the server does not sort it). */
export function parseHistory(answer: HttpResponse, now: number): Result<HistoryRecord[], Failure> {
  const read = parseResponse(answer, schema, 'getbackuphistory', now);
  if (!read.ok) return read;
  const records = (read.value ?? []).map((record) => ({
    task: record.id.slice(0, 64).toLowerCase(),
    archive: plainText(record.fileName ?? '', 120),
    storage: storageTypes.find((_type, number) => number === record.storageType) ?? null,
    createdAt: parseTime(record.createdOn),
    expiresAt: parseTime(record.expiresOn),
  }));
  return succeed(records.sort((one, other) => (other.createdAt ?? 0) - (one.createdAt ?? 0)));
}
