import type { Key } from '../../core/docspace/authorization.ts';
import { fail, succeed } from '../../core/base/result.ts';
import { failureOfDisk } from '../../core/saving/diskFailure.ts';
import type { SaveOrder, SaveResult } from '../../core/saving/order.ts';
import { BodyFailed } from '../network/archiveSource.ts';
import { codeOf } from '../network/codeOfError.ts';
import { openPart, type PartFile } from './partFile.ts';
import { putInPlace } from './putInPlace.ts';
import { type ReceivePorts, receiveArchive } from './receiveArchive.ts';

/**
 * Receives an archive into a part, reads it through on the way, and gives it its name once it is whole. Whatever
 * happens, what has come stays for the next try.
 */
export async function saveArchive(
  order: SaveOrder,
  key: Key | null,
  ports: ReceivePorts,
): Promise<SaveResult> {
  const { signal } = ports;
  try {
    const part = await openPart(order);
    try {
      return await fill(part, order, key, ports);
    } finally {
      await closePart(part);
    }
  } catch (error) {
    if (signal.aborted) return fail({ of: 'stopped' });
    if (error instanceof BodyFailed) return fail({ of: 'network', failure: error.failure });
    if (isOfSystem(error)) return fail(failureOfDisk(codeOf(error)));
    throw error;
  }
}

async function fill(
  part: PartFile,
  order: SaveOrder,
  key: Key | null,
  ports: ReceivePorts,
): Promise<SaveResult> {
  const received = await receiveArchive(part, { ...order, key }, ports);
  if (!received.ok) return ports.signal.aborted ? fail({ of: 'stopped' }) : received;
  const { bytes, sha256, contents } = received.value;
  await part.handle.sync();
  const damaged = contents === 'damaged';
  const file = await putInPlace({ ...order, part: part.path, damaged, sha256 });
  await part.remove();
  return succeed({ file, bytes, sha256, contents });
}

/** A part of which nothing has come is none. */
async function closePart({ handle, remove }: PartFile): Promise<void> {
  const { size } = await handle.stat();
  await handle.close();
  if (size === 0) await remove();
}

/** What the system says, and no bug. */
function isOfSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
