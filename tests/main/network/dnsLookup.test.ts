import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { expect, test } from 'vitest';
import { lookupWithin } from '../../../src/main/network/dnsLookup.ts';

/** A DNS server that has an address for every name: one of its own. */
const captive: LookupFunction = (_hostname, { all }, callback) =>
  all === true ? callback(null, [{ address: '192.0.2.1', family: 4 }]) : callback(null, '192.0.2.1', 4);

async function resolve(hostname: string, all: boolean): Promise<string | LookupAddress[]> {
  return new Promise((found) => {
    lookupWithin(1000, captive)(hostname, { all }, (_error, address) => found(address));
  });
}

test.each(['localhost', 'docspace.localhost', 'a.b.localhost'])(
  'the name %s is this machine, whatever a DNS server says',
  async (name) => {
    expect(await resolve(name, false)).toBe('127.0.0.1');
    expect(await resolve(name, true)).toEqual([
      { address: '127.0.0.1', family: 4 },
      { address: '::1', family: 6 },
    ]);
  },
);

test.each(['acme.example', 'localhost.example', 'notlocalhost'])(
  'the name %s is looked up as the system does it',
  async (name) => {
    expect(await resolve(name, false)).toBe('192.0.2.1');
    expect(await resolve(name, true)).toEqual([{ address: '192.0.2.1', family: 4 }]);
  },
);
