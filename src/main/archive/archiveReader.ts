import { type Duplex, PassThrough } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ArchiveContents } from '../../core/saving/order.ts';
import { readTar } from './tarContents.ts';

/** Reads an archive through as its bytes come; nothing of it is unpacked onto the disk. */
export type ArchiveReader = {
  /** Takes the next bytes; done when they are no longer used. What is damaged already takes all that comes. */
  add: (bytes: Buffer) => Promise<void>;
  /** After the last of them. */
  end: () => Promise<ArchiveContents | 'damaged'>;
  /** Nobody wants to know any more. */
  close: () => void;
};

/** What has begun: the unpacking, and what will have been found. */
type Reading = { unpacked: Duplex; contents: Promise<ArchiveContents | 'damaged'> };

/**
 * So many bytes are unpacked at once. Not as many as Node's pool of small buffers has (8 KiB; since Node 24: 64): of those
 * no memory is given back.
 */
const piece = 48 * 1024;

/**
 * A tar, mostly in a gzip; from an S3 storage DocSpace makes one without (server 3.7.2, S3TarWriteOperator). Damaged is
 * what gzip's checksum or length denies, of which a header's checksum is wrong, or that has no end: both writers of
 * DocSpace close a tar by two empty blocks.
 */
export function createArchiveReader(): ArchiveReader {
  let begun: Reading | null = null;
  let head = Buffer.alloc(0);
  let release = (): void => undefined;

  const begin = (): Reading => {
    const unpacked = isGzip(head)
      ? createGunzip({ chunkSize: piece })
      : new PassThrough({ highWaterMark: piece });
    const contents = readTar(unpacked).catch((): 'damaged' => {
      unpacked.destroy();
      return 'damaged';
    });
    // What is given up in the middle of a write never says that it is done with it.
    unpacked.once('close', () => release());
    return { unpacked, contents };
  };
  const write = async ({ unpacked }: Reading, bytes: Buffer): Promise<void> => {
    // Gunzip is done with them by then; a tar's bytes themselves go on.
    const lasting = unpacked instanceof PassThrough ? Buffer.from(bytes) : bytes;
    return new Promise((resolve) => {
      release = resolve;
      unpacked.write(lasting, () => resolve());
    });
  };

  return {
    add: async (bytes) => {
      if (begun !== null) return write(begun, bytes);
      head = Buffer.concat([head, bytes]);
      if (head.length < 2) return;
      begun = begin();
      await write(begun, head);
    },
    end: async () => {
      if (begun === null) return 'damaged';
      begun.unpacked.end();
      return begun.contents;
    },
    close: () => void begun?.unpacked.destroy(),
  };
}

function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}
