import { createHash } from 'node:crypto';
import type { SavedArchive, SaveProgress } from '../../core/saving/order.ts';
import { batchSize } from './batches.ts';
import type { ArchiveReader } from './archiveReader.ts';
import type { PartFile } from './partFile.ts';

/** What an archive is taken in with. */
export type IntakePorts = {
  openReader: () => ArchiveReader;
  tell: (progress: SaveProgress) => void;
  signal: AbortSignal;
};

/** What is known of an archive after its last byte. */
export type TakenIn = Omit<SavedArchive, 'file'>;

/** What every byte of an archive goes through, from its first one on, wherever it comes from. */
export type Intake = {
  /** How many there were. */
  length: () => number;
  /** Takes some; done when they are no longer used. */
  add: (bytes: Buffer) => Promise<void>;
  /** After the last one. */
  end: () => Promise<TakenIn>;
  close: () => void;
};

export function createIntake({ openReader }: IntakePorts): Intake {
  const reader = openReader();
  const hash = createHash('sha256');
  let length = 0;
  return {
    length: () => length,
    add: async (bytes) => {
      length += bytes.length;
      hash.update(bytes);
      await reader.add(bytes);
    },
    end: async () => {
      const contents = await reader.end();
      return { bytes: length, sha256: hash.digest('hex'), contents };
    },
    close: reader.close,
  };
}

/** Takes in what is there of a part. */
export async function readPart(part: PartFile, intake: Intake, { tell, signal }: IntakePorts): Promise<void> {
  const { handle, length: size } = part;
  const batch = Buffer.allocUnsafe(batchSize);
  while (intake.length() < size) {
    signal.throwIfAborted();
    const most = Math.min(batchSize, size - intake.length());
    const { bytesRead } = await handle.read(batch, 0, most, intake.length());
    if (bytesRead === 0) throw new CutShort();
    await intake.add(batch.subarray(0, bytesRead));
    tell({ stage: 'reading', done: intake.length(), size });
  }
}

/** Somebody else has made the part shorter meanwhile: told as a disk that cannot be relied on. */
class CutShort extends Error {
  readonly code = 'EIO';
  readonly syscall = 'read';
}
