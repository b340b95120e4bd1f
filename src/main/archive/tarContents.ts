import type { Readable } from 'node:stream';
import { createTarDecoder, type ParsedTarEntry } from 'modern-tar';
import { releaseBytes } from '../network/releaseBytes.ts';
import {
  type ArchiveEntry,
  countMissing,
  listsMissing,
  nothingRead,
  withEntry,
} from '../../core/saving/contents.ts';
import type { ArchiveContents } from '../../core/saving/order.ts';

/** Reads a tar through to its end; throws where it is damaged. */
export async function readTar(tar: Readable): Promise<ArchiveContents> {
  const decoder = createTarDecoder({ strict: true });
  const [contents] = await Promise.all([readEntries(decoder.readable), feed(tar, decoder.writable)]);
  return contents;
}

async function feed(tar: Readable, into: WritableStream<Uint8Array>): Promise<void> {
  const writer = into.getWriter();
  try {
    for await (const piece of tar) {
      if (!Buffer.isBuffer(piece)) continue;
      await writer.write(piece);
    }
    await writer.close();
  } catch (error) {
    // Whoever reads the entries waits for more of them.
    await writer.abort(error);
    throw error;
  }
}

async function readEntries(entries: ReadableStream<ParsedTarEntry>): Promise<ArchiveContents> {
  const reader = entries.getReader();
  let contents = nothingRead;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const { header, body } = next.value;
    const entry: ArchiveEntry = { name: header.name, size: header.size, isFile: header.type === 'file' };
    contents = withEntry(contents, entry);
    const missing = await readBody(body, listsMissing(entry));
    contents = { ...contents, missing: contents.missing + missing };
  }
  return contents;
}

/** Reads to the end of an entry; gives how many missing files it lists, where it is the list of them. */
async function readBody(body: ReadableStream<Uint8Array>, isList: boolean): Promise<number> {
  const reader = body.getReader();
  let counted = { missing: 0, rest: '' };
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (isList) counted = countMissing(counted, Buffer.from(next.value).toString('latin1'));
    releaseBytes(next.value);
  }
  return counted.missing;
}
