import * as z from 'zod/mini';
import { longestJobId } from '../backup/job.ts';
import { latest } from '../base/time.ts';
import { isAbsolutePath, longestPath } from '../portal.ts';
import { mostWanted, newSaving, noAttempt, type Saving } from './saving.ts';
import { mostLeftovers } from './leftovers.ts';
import { mostWritten } from './written.ts';

// What of the saving of archives outlives the application. No link is in it: each try reads it afresh.

const path = z.string().check(z.maxLength(longestPath), z.refine(isAbsolutePath));
const time = z.number().check(z.minimum(0), z.maximum(latest));
const count = z.number().check(z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER));
const backup = z.object({
  scope: z.enum(['portal', 'server']),
  job: z.string().check(z.maxLength(longestJobId)),
});
const by = z.enum(['hand', 'rule']);

const contents = z.union([
  z.literal('damaged'),
  z.object({ files: count, bytes: count, databases: z.boolean(), storage: z.boolean(), missing: count }),
]);

/** A list of which what can be read counts. */
function listOf<Item extends z.ZodMiniType>(item: Item, most: number) {
  return z.pipe(
    z.catch(z.array(z.unknown()), []),
    z.transform((stored): Array<z.output<Item>> =>
      stored
        .flatMap((entry) => {
          const read = item.safeParse(entry);
          return read.success ? [read.data] : [];
        })
        .slice(-most),
    ),
  );
}

export const savedSavingSchema = z.object({
  wanted: listOf(z.object({ backup, folder: path, by }), mostWanted),
  written: listOf(
    z.object({
      backup,
      file: path,
      folder: path,
      by,
      bytes: count,
      sha256: z.string().check(z.regex(/^[\da-f]{64}$/)),
      contents,
      at: time,
    }),
    mostWritten,
  ),
  unsaved: z.catch(
    z.nullable(z.object({ backup, why: z.enum(['expired', 'gone', 'size', 'stopped']), at: time })),
    null,
  ),
  leftovers: listOf(z.object({ backup, folder: path }), mostLeftovers),
  hinderedSince: z.catch(z.nullable(time), null),
});

type SavedSaving = z.output<typeof savedSavingSchema>;

/** What is worth saving of it. */
export function toSavedSaving(saving: Saving): SavedSaving {
  const { wanted, written, unsaved, hinderedSince } = saving;
  const leftovers = saving.leftovers.map(({ backup, folder }) => ({ backup, folder }));
  return { wanted, written, unsaved, leftovers, hinderedSince };
}

/** As it was: what is wanted is tried anew. */
export function fromSavedSaving(saved: SavedSaving): Saving {
  const leftovers = saved.leftovers.map((one) => ({ ...one, tryAt: 0 }));
  return { ...newSaving, ...saved, leftovers, attempt: noAttempt };
}
