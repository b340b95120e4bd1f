import * as z from 'zod/mini';
import { plainText } from './base/text.ts';
import { fail, type Result, succeed } from './base/result.ts';
import { longestName, type Portal } from './portal.ts';
import { isOrigin } from './settings.ts';

// The list of portals as a file that can be taken to another machine: what each is called and where it is. No key, no
// certificate, no consent and nothing that was seen of a portal goes along.

/** What of a portal is in such a file. */
export type ListedPortal = Pick<Portal, 'name' | 'origin'>;

/** Why a file is not taken in: it could not be opened, is no whole list of portals, or one of a newer Keepwatch. */
export type ListRefusal = 'notOpened' | 'notAList' | 'newer';

const format = 'keepwatch-portals';
const currentVersion = 1;
const mostPortals = 500;

const marked = z.object({ format: z.literal(format), version: z.int().check(z.minimum(1)) });
const schema = z.object({
  portals: z
    .array(
      z.object({
        name: z.string().check(
          z.overwrite((written) => plainText(written, longestName)),
          z.minLength(1),
        ),
        address: z.string().check(z.maxLength(300), z.refine(isOrigin)),
      }),
    )
    .check(z.maxLength(mostPortals)),
});

/** The text of such a file. */
export function toPortalList(portals: readonly Portal[]): string {
  const listed = portals.map(({ name, origin }) => ({ name, address: origin }));
  return `${JSON.stringify({ format, version: currentVersion, portals: listed }, null, 2)}\n`;
}

/** Reads such a file, whole or not at all. */
export function parsePortalList(text: string): Result<ListedPortal[], ListRefusal> {
  const content = parseJson(text);
  const mark = marked.safeParse(content);
  if (!mark.success) return fail('notAList');
  if (mark.data.version > currentVersion) return fail('newer');
  const read = schema.safeParse(content);
  if (!read.success) return fail('notAList');
  return succeed(read.data.portals.map(({ name, address }) => ({ name, origin: address })));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
