import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { SaveOrder } from '../../core/saving/order.ts';
import { isPartOf } from '../../core/saving/part.ts';
import { readRecord, removePart } from './partFile.ts';

const noteName = /^(.+\.part)\.json$/s;

/**
 * Deletes what has come of a backup's archive: the parts in this folder that Keepwatch has noted to be of it. Whether none
 * is left; a folder that is away may hold one. Never throws.
 */
export async function deletePart({
  folder,
  portal,
  backup,
}: Pick<SaveOrder, 'folder' | 'portal' | 'backup'>): Promise<boolean> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries) {
      const [, name] = noteName.exec(entry.name) ?? [];
      if (name === undefined || !entry.isFile()) continue;
      const part = path.join(folder, name);
      const record = await readRecord(part);
      if (record !== null && isPartOf(record, portal, backup)) await removePart(part);
    }
    return true;
  } catch {
    return false;
  }
}
