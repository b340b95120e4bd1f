import type { FileHandle } from 'node:fs/promises';

/** Writes bytes one behind the other, many at a time, while more of them come. */
type FileWriter = {
  /** Takes them; done when more can be taken. Throws what the disk said to earlier ones. */
  add: (bytes: Buffer) => Promise<void>;
  /** Done when all of them are written. */
  flush: () => Promise<void>;
};

/** So many bytes are written at once. */
const batchSize = 1024 * 1024;

export function createFileWriter(handle: FileHandle, from: number): FileWriter {
  let position = from;
  let batch: Buffer[] = [];
  let size = 0;
  let writing: Promise<void> = Promise.resolve();

  const begin = async (): Promise<void> => {
    await writing;
    const bytes = batch;
    const place = position;
    position += size;
    batch = [];
    size = 0;
    writing = writeAll(handle, bytes, place);
    // Whoever adds or flushes next hears of it.
    writing.catch(() => undefined);
  };
  return {
    add: async (bytes) => {
      batch.push(bytes);
      size += bytes.length;
      if (size >= batchSize) await begin();
    },
    flush: async () => {
      await begin();
      await writing;
    },
  };
}

/** A disk that is nearly full takes only some of them. */
async function writeAll(handle: FileHandle, buffers: Buffer[], from: number): Promise<void> {
  if (buffers.length === 0) return;
  const { bytesWritten } = await handle.writev(buffers, from);
  const rest = Buffer.concat(buffers).subarray(bytesWritten);
  if (rest.length > 0) await writeAll(handle, [rest], from + bytesWritten);
}
