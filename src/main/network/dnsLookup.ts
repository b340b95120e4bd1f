import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isLocalName } from '../../core/net/address.ts';

/** The system waits half a minute for a DNS server that is gone; by then it would look like a portal that is gone. */
const longestLookup = 8000;

const loopback: LookupAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
];

/**
 * The system's own lookup of a name, which gives up in time; with the code of a lookup that failed for now. The names of
 * this machine are answered here: a key may go there without encryption, and a DNS server could send it elsewhere.
 */
export function lookupWithin(longest = longestLookup, systemLookup: LookupFunction = lookup): LookupFunction {
  return (hostname, options, callback) => {
    if (isLocalName(hostname)) {
      answerLocal(options.all, callback);
      return;
    }
    let waiting = true;
    const tooLate = setTimeout(() => {
      waiting = false;
      callback(new LateLookup(), '', 0);
    }, longest);
    systemLookup(hostname, options, (error, address, family) => {
      clearTimeout(tooLate);
      if (waiting) callback(error, address, family);
    });
  };
}

/** Node asks for all addresses, and tries one after the other. */
function answerLocal(all: boolean | undefined, callback: Parameters<LookupFunction>[2]): void {
  if (all === true) callback(null, loopback);
  else callback(null, '127.0.0.1', 4);
}

class LateLookup extends Error {
  readonly code = 'EAI_AGAIN';
}
