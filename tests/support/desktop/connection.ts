import type { EventEmitter } from 'node:events';
import { type Message, type MessageBus, sessionBus } from '@jellybrick/dbus-next';
import type { Incoming } from './service.ts';

/** Connects to the message bus at an address. */
export async function connect(address: string): Promise<MessageBus> {
  const bus = sessionBus({ busAddress: address, negotiateUnixFd: false });
  const events: EventEmitter = bus;
  await new Promise<void>((resolve, reject) => {
    events.once('connect', resolve);
    // It stays for good: that a bus goes away in the middle of a test is not an error of the test.
    events.on('error', reject);
  });
  return bus;
}

/** What of a message its receiver cares about. */
export function incoming(message: Message): Incoming {
  const { sender, path, interface: name, member, body } = message;
  return { sender, path, interface: name, member, body };
}
