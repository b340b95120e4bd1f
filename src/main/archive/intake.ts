import { createHash } from 'node:crypto';
import type { SavedArchive, SaveProgress } from '../../core/saving/order.ts';
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
  /** Takes some; done when more can be taken. */
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
  const { length: size } = part;
  const bytes = part.handle.createReadStream({ start: 0, end: size - 1, autoClose: false, signal });
  for await (const some of bytes) {
    if (!Buffer.isBuffer(some)) continue;
    await intake.add(some);
    tell({ stage: 'reading', done: intake.length(), size });
  }
}
