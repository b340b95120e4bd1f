import { type Key, parseKey } from '../../core/docspace/authorization.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';

/** What of standard input is used. */
export type KeyInput = AsyncIterable<Uint8Array> & { isTTY?: boolean };

/** A key is shorter by far. Bytes. */
const longestInput = 8192;

/** Reads the key that a script hands over. On a terminal nobody is asked for it: it would be shown as it is typed. */
export async function readKey(input: KeyInput): Promise<Result<Key, 'keyOnTerminal' | 'noKey'>> {
  if (input.isTTY === true) return fail('keyOnTerminal');
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of input) {
    parts.push(part);
    length += part.length;
    if (length > longestInput) return fail('noKey');
  }
  const key = parseKey(Buffer.concat(parts).toString('utf8'));
  return key === null ? fail('noKey') : succeed(key);
}
