import { constants, crc32, deflateRawSync } from 'node:zlib';
import { createTarHeader } from './tarHeader.ts';

const piece = 64 * 1024 * 1024;

/**
 * A packed archive of one file of zeros, of a whole number of pieces and one byte. It is packed piece by piece: each is
 * packed as the first one was.
 */
export function hugeArchive(name: string, pieces: number): { archive: Buffer; size: number } {
  const size = pieces * piece + 1;
  const zeros = Buffer.alloc(piece);
  const begin = createTarHeader(name, size);
  const end = Buffer.alloc(512 + 1024);
  const packed = pack(zeros);
  const checksum = Array.from({ length: pieces }, () => zeros).reduce(
    (sum, bytes) => crc32(bytes, sum),
    crc32(begin),
  );
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(end, checksum), 0);
  trailer.writeUInt32LE((begin.length + pieces * piece + end.length) % 2 ** 32, 4);
  const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
  const middle = Array.from({ length: pieces }, () => packed);
  return { archive: Buffer.concat([head, pack(begin), ...middle, deflateRawSync(end), trailer]), size };
}

function pack(bytes: Buffer): Buffer {
  return deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH });
}
