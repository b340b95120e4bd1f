import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import type { Event } from '../../../src/core/event.ts';
import { watchAddresses } from '../../../src/main/desktop/systemEvents.ts';
import { lookupWithin } from '../../../src/main/network/dnsLookup.ts';
import { SimulatedClock } from '../../support/time/simulatedClock.ts';

function at(address: string, internal = false): NetworkInterfaceInfo[] {
  const family = 'IPv4';
  return [{ address, internal, family, netmask: '255.255.255.0', mac: '00:00:00:00:00:00', cidr: null }];
}

test('an address that is gone is told within seconds; what comes, and what leads nowhere, is not', () => {
  const clock = new SimulatedClock();
  const told: Event[] = [];
  let interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = { lo: at('127.0.0.1', true), eth0: at('192.0.2.2') };
  const addresses = watchAddresses(
    () => interfaces,
    clock,
    (event) => told.push(event),
  );
  addresses.follow(true);
  addresses.follow(true);
  const become = (next: typeof interfaces): number => {
    interfaces = next;
    clock.pass(5000);
    return told.splice(0).length;
  };
  expect([
    become(interfaces),
    become({ ...interfaces, wlan0: at('192.0.2.9'), veth1: at('fe80::1'), usb0: at('169.254.3.4') }),
    become({ eth0: at('192.0.2.2'), wlan0: at('192.0.2.9') }),
    become({ eth0: at('198.51.100.7'), wlan0: at('192.0.2.9') }),
    become({}),
    become({ eth0: at('198.51.100.7') }),
  ]).toEqual([0, 0, 0, 1, 1, 0]);
  addresses.follow(false);
  expect([become({}), clock.waits()]).toEqual([0, []]);
  addresses.follow(true);
  expect(become({})).toBe(0);
});

test('a name is looked up as the system does it, and not longer than one can wait', async () => {
  const poll = async (hostname: string, longest?: number) =>
    new Promise((resolve) => {
      lookupWithin(longest)(hostname, {}, (error, address) => resolve(error?.code ?? address));
    });
  expect(await poll('127.0.0.2')).toBe('127.0.0.2');
  // Nothing is looked up in no time.
  expect(await poll('keepwatch.invalid', -1)).toMatch(/^(EAI_AGAIN|ENOTFOUND)$/);
});
