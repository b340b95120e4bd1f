import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { createTarHeader } from '../../../tests/support/archive/tarHeader.ts';

const mebibyte = 1024 * 1024;
/** What portals hold is mostly packed already: documents, pictures; a quarter is text, as tables are. */
const packed = 12 * mebibyte;
const text = 4 * mebibyte;

/** An archive that is made as it is sent: the same files again and again, each time in a gzip of their own. */
export type Generated = { piece: Buffer; pieces: number; end: Buffer; size: number };

/** One of about so many bytes. */
export function generate(bytes: number): Generated {
  const files = [
    createTarHeader('files/folder/document.docx', packed),
    randomBytes(packed),
    createTarHeader('databases/core/table', text),
    Buffer.from(
      randomBytes(text / 4)
        .toString('hex')
        .padEnd(text, '<row><id>17</id></row>'),
    ).subarray(0, text),
  ];
  const piece = gzipSync(Buffer.concat(files), { level: 1 });
  const pieces = Math.max(1, Math.round(bytes / piece.length));
  const end = gzipSync(Buffer.alloc(1024));
  return { piece, pieces, end, size: piece.length * pieces + end.length };
}
