import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';

/** A resolver that is gone says nothing for half a minute, and by then it would pass for a portal that is. */
const longestLookup = 8000;

/** The system's own lookup of a name, which gives up in time; with the code of a lookup that failed for now. */
export function lookupWithin(longest = longestLookup): LookupFunction {
  return (hostname, options, callback) => {
    let waiting = true;
    const tooLate = setTimeout(() => {
      waiting = false;
      callback(new LateLookup(), '', 0);
    }, longest);
    lookup(hostname, options, (error, address, family) => {
      clearTimeout(tooLate);
      if (waiting) callback(error, address, family);
    });
  };
}

class LateLookup extends Error {
  readonly code = 'EAI_AGAIN';
}
