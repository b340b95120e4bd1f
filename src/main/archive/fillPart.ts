import { statfs } from 'node:fs/promises';
import path from 'node:path';
import type { SaveFailure, SaveProgress } from '../../core/saving/order.ts';
import type { FileVersion } from '../../core/saving/part.ts';
import { createFileWriter } from './fileWriter.ts';
import type { Intake } from './intake.ts';
import type { PartFile } from './partFile.ts';

/**
 * Puts bytes into a part, from one byte of it on, as they come; null when the file is as long as the server had said.
 * Those that came before something threw are written all the same.
 */
export async function fillPart(
  part: PartFile,
  from: number,
  file: FileVersion,
  bytes: AsyncIterable<Buffer>,
  intake: Intake,
  tell: (progress: SaveProgress) => void,
): Promise<SaveFailure | null> {
  const { size } = file;
  await part.handle.truncate(from);
  await part.keep(file);
  if (size !== null && !(await hasRoom(part.path, size - from))) return { of: 'folder', why: 'full' };
  const writer = createFileWriter(part.handle, from);
  try {
    tell({ stage: 'receiving', done: from, size });
    for await (const some of bytes) {
      await writer.add(some);
      await intake.add(some);
      tell({ stage: 'receiving', done: intake.length(), size });
    }
  } finally {
    await writer.flush();
  }
  return size === null || intake.length() === size ? null : { of: 'size' };
}

/** Some shares say nothing of their size. */
async function hasRoom(file: string, bytes: number): Promise<boolean> {
  const { blocks, bavail, bsize } = await statfs(path.dirname(file));
  return blocks === 0 || bavail * bsize >= bytes;
}
