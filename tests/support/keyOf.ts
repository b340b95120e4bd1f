import { type Key, parseKey } from '../../src/core/docspace/authorization.ts';

/** A key as the vault hands it out. */
export function keyOf(text: string): Key {
  const key = parseKey(text);
  if (key === null) throw new Error(`${text} is no key`);
  return key;
}
