import { promisify } from 'node:util';
import { brotliDecompress, inflateRaw, unzip, type ZlibOptions } from 'node:zlib';
import type { Failure } from '../../core/net/failure.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { codeOf } from './codeOfError.ts';

const unpackZlib = promisify<Buffer, ZlibOptions, Buffer>(unzip);
const unpackDeflate = promisify<Buffer, ZlibOptions, Buffer>(inflateRaw);
const unpackBrotli = promisify<Buffer, ZlibOptions, Buffer>(brotliDecompress);

/**
 * Unpacks a body by its `Content-Encoding`: some servers and gateways pack although nobody asked for it. `limit`: the
 * most bytes that may come of it, so that a small bomb stays small; `path`: for the log.
 */
export async function decodeContent(
  body: Buffer,
  encoding: string,
  { path, limit }: { path: string; limit: number },
): Promise<Result<Buffer, Failure>> {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  let content = body;
  try {
    // What was put on last comes off first.
    for (const name of names.toReversed()) content = await unpack(name, content, { maxOutputLength: limit });
    return succeed(content);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ERR_BUFFER_TOO_LARGE') return fail({ kind: 'tooLarge', detail: path, retryAt: null });
    // The end of what is packed is missing.
    if (code === 'Z_BUF_ERROR') return fail({ kind: 'truncated', detail: code });
    return fail({ kind: 'unexpected', detail: code, retryAt: null });
  }
}

async function unpack(name: string, content: Buffer, options: ZlibOptions): Promise<Buffer> {
  switch (name) {
    case '':
    case 'identity':
      return content;
    case 'gzip':
    case 'x-gzip':
      return unpackZlib(content, options);
    case 'deflate':
      // Some servers leave out the frame that HTTP wants around it (RFC 9110, 8.4.1.2).
      return hasZlibFrame(content) ? unpackZlib(content, options) : unpackDeflate(content, options);
    case 'br':
      return unpackBrotli(content, options);
    default:
      throw new UnknownEncoding();
  }
}

function hasZlibFrame(content: Buffer): boolean {
  return ((content[0] ?? 0) & 15) === 8;
}

class UnknownEncoding extends Error {
  readonly code = 'KEEPWATCH_UNKNOWN_ENCODING';
}
