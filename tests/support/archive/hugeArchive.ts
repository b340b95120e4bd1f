import { constants, crc32, deflateRawSync } from 'node:zlib';
import { createTarHeader } from './tarHeader.ts';

const piece = 64 * 1024 * 1024;
/** So much of it is summed up in earnest. */
const step = 64 * 1024;

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
  const checksum = repeated(
    (sum) => crc32(zeros.subarray(0, step), sum),
    crc32(begin),
    (pieces * piece) / step,
  );
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(end, checksum), 0);
  trailer.writeUInt32LE((begin.length + pieces * piece + end.length) % 2 ** 32, 4);
  const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
  const middle = Array.from({ length: pieces }, () => packed);
  return { archive: Buffer.concat([head, pack(begin), ...middle, deflateRawSync(end), trailer]), size };
}

/**
 * What comes of a checksum when the same zeros follow it so many times. It is linear but for a constant, so that its values
 * for no bit and for each one are all of it: then following twice is one that is made of them, and so on.
 */
function repeated(follow: (sum: number) => number, begin: number, times: number): number {
  const bits = Array.from({ length: 32 }, (_, bit) => 2 ** bit);
  let [sum, once] = [begin, follow];
  for (let left = times; left > 0; left = Math.floor(left / 2)) {
    const [none, each] = [once(0), bits.map(once)];
    const all = (before: number): number =>
      each.reduce((after, image, bit) => ((before >>> bit) & 1 ? after ^ image ^ none : after), none) >>> 0;
    if (left % 2 === 1) sum = all(sum);
    once = (before) => all(all(before));
  }
  return sum;
}

function pack(bytes: Buffer): Buffer {
  return deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH });
}
