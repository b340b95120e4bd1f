import type { EventEmitter } from 'node:events';
import { Message, MessageType, sessionBus, Variant } from '@jellybrick/dbus-next';
import { fail, type Result, succeed } from '../../core/result.ts';

/** What a call is addressed to. */
export type Target = { destination: string; path: string; interface: string };

export type Signal = { sender: string; path: string; interface: string; member: string; body: unknown[] };

/** Why a call got no answer: its service said no, or never answered. */
export type BusFailure = { kind: 'refused'; name: string } | { kind: 'silent' };

/** A connection to the desktop's session bus. No call ever blocks: each has a time limit of its own. */
export type Bus = {
  call: (
    target: Target,
    member: string,
    signature?: string,
    body?: unknown[],
  ) => Promise<Result<unknown[], BusFailure>>;
  /** Reads a property, without its variant; null when it cannot be read. */
  property: (target: Target, name: string) => Promise<unknown>;
  /** Hears the signals of an interface. */
  listen: (name: string, hear: (signal: Signal) => void) => Promise<void>;
  /** Tells who owns a name, now and whenever that changes; null for nobody. */
  followName: (name: string, tell: (owner: string | null) => void) => Promise<void>;
  close: () => void;
};

const longestCall = 5000;

const daemon: Target = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

/** Connects to the bus at an address; null when there is none. */
export async function openBus(address: string): Promise<Bus | null> {
  const connection = sessionBus({ busAddress: address, negotiateUnixFd: false });
  // Typed by hand: the library's emitter types leave out the connection's own events.
  const events: EventEmitter = connection;
  const connected = await new Promise<boolean>((resolve) => {
    events.once('connect', () => resolve(true));
    // It stays for good: a bus that goes away later takes the desktop with it, and is no error of ours.
    events.on('error', () => resolve(false));
  });
  if (!connected) return null;

  const hearers = new Map<string, Array<(signal: Signal) => void>>();
  events.on('message', (message: Message) => {
    if (message.type !== MessageType.SIGNAL) return;
    const { sender, path, interface: name, member, body } = message;
    for (const hear of hearers.get(name) ?? []) hear({ sender, path, interface: name, member, body });
  });

  const send = async (message: Message): Promise<Result<unknown[], BusFailure>> => {
    try {
      const reply = await connection.call(message);
      return succeed<unknown[]>(reply?.body ?? []);
    } catch (error) {
      return fail({ kind: 'refused', name: errorName(error) });
    }
  };
  const call: Bus['call'] = async (target, member, signature = '', body = []) =>
    withLimit(send(new Message({ ...target, member, signature, body })), longestCall);

  const listen: Bus['listen'] = async (name, hear) => {
    hearers.set(name, [...(hearers.get(name) ?? []), hear]);
    await call(daemon, 'AddMatch', 's', [`type='signal',interface='${name}'`]);
  };

  return {
    call,
    listen,
    property: async (target, name) => {
      const properties = { ...target, interface: 'org.freedesktop.DBus.Properties' };
      const read = await call(properties, 'Get', 'ss', [target.interface, name]);
      const [value] = read.ok ? read.value : [];
      return value instanceof Variant ? value.value : null;
    },
    followName: async (name, tell) => {
      hearers.set(daemon.interface, [
        ...(hearers.get(daemon.interface) ?? []),
        ({ member, body: [changed, , owner] }) => {
          if (member === 'NameOwnerChanged' && changed === name)
            tell(typeof owner === 'string' && owner !== '' ? owner : null);
        },
      ]);
      const rule = `type='signal',sender='${daemon.destination}',member='NameOwnerChanged',arg0='${name}'`;
      await call(daemon, 'AddMatch', 's', [rule]);
      const owner = await call(daemon, 'GetNameOwner', 's', [name]);
      const [first] = owner.ok ? owner.value : [];
      tell(typeof first === 'string' ? first : null);
    },
    close: () => connection.disconnect(),
  };
}

function errorName(error: unknown): string {
  const name = typeof error === 'object' && error !== null && 'type' in error ? error.type : '';
  return typeof name === 'string' ? name : '';
}

async function withLimit(
  answer: Promise<Result<unknown[], BusFailure>>,
  limit: number,
): Promise<Result<unknown[], BusFailure>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(fail({ kind: 'silent' })), limit);
    void answer.then((result) => {
      clearTimeout(timer);
      resolve(result);
    });
  });
}

/** Where the session bus is: as the desktop says, or where systemd puts it; null when there is none. */
export function sessionBusAddress(env: NodeJS.ProcessEnv, exists: (path: string) => boolean): string | null {
  const named = env['DBUS_SESSION_BUS_ADDRESS'];
  if (named !== undefined && named !== '') return named.startsWith('unix:') ? named : null;
  const socket = `${env['XDG_RUNTIME_DIR'] ?? ''}/bus`;
  return env['XDG_RUNTIME_DIR'] !== undefined && exists(socket) ? `unix:path=${socket}` : null;
}
