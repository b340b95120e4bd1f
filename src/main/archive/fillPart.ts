import { type FileHandle, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { SaveFailure, SaveProgress } from '../../core/saving/order.ts';
import type { FileVersion } from '../../core/saving/part.ts';
import { createBatches } from './batches.ts';
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
  let received = from;
  let written = from;
  const batches = createBatches(async (batch) => {
    const position = written;
    written += batch.length;
    await Promise.all([writeAll(part.handle, batch, position), intake.add(batch)]);
  });
  tell({ stage: 'receiving', done: from, size });
  try {
    for await (const some of bytes) {
      await batches.add(some);
      received += some.length;
      tell({ stage: 'receiving', done: received, size });
    }
  } finally {
    await batches.flush();
  }
  return size === null || intake.length() === size ? null : { of: 'size' };
}

/** A disk that is nearly full takes only some of them. */
async function writeAll(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/** Some shares say nothing of their size. */
async function hasRoom(file: string, bytes: number): Promise<boolean> {
  const { blocks, bavail, bsize } = await statfs(path.dirname(file));
  return blocks === 0 || bavail * bsize >= bytes;
}
