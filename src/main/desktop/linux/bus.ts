import { EventEmitter } from 'node:events';
import { Message, MessageType, sessionBus, Variant } from '@jellybrick/dbus-next';
import { fail, type Result, succeed } from '../../../core/base/result.ts';
import { within } from '../../within.ts';

/** What a call is addressed to. */
export type BusTarget = { destination: string; path: string; interface: string };

export type BusSignal = { sender: string; path: string; interface: string; member: string; body: unknown[] };

/** Why a call got no answer: its service said no, or never answered. */
type BusFailure = { kind: 'refused'; name: string } | { kind: 'silent' };

/** What a call came to. */
export type BusReply = Result<unknown[], BusFailure>;

/** A connection to the desktop's session bus. No call ever blocks: each has a time limit of its own. */
export type Bus = {
  /** `late`: hears an answer that comes after the call was given up as silent. */
  call: (
    target: BusTarget,
    member: string,
    signature?: string,
    body?: unknown[],
    late?: (answer: BusReply) => void,
  ) => Promise<BusReply>;
  /** Reads a property, without its variant; null when it cannot be read. `late`: as with a call. */
  property: (target: BusTarget, name: string, late?: () => void) => Promise<unknown>;
  /**
   * Hears the signals of an interface, of one object and those below it. Only of the program that owns the name: anybody
   * on the bus can send a signal that looks the same, also to this connection alone, past every match rule.
   */
  listen: (source: BusTarget, hearer: (signal: BusSignal) => void) => Promise<void>;
  /** Tells who owns a name, now and whenever that changes; null for nobody. */
  followName: (name: string, tell: (owner: string | null) => void) => Promise<void>;
  close: () => void;
};

/** Nobody who is well takes longer to answer. */
const longestAnswer = 5000;

/** The bus itself. */
export const daemon: BusTarget = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

/** Where the session bus is: as the desktop says, or where systemd puts it; null when there is none. */
export function sessionBusAddress(env: NodeJS.ProcessEnv, exists: (path: string) => boolean): string | null {
  const named = env['DBUS_SESSION_BUS_ADDRESS'] ?? '';
  if (named !== '') return named.startsWith('unix:') ? named : null;
  const folder = env['XDG_RUNTIME_DIR'] ?? '';
  return folder !== '' && exists(`${folder}/bus`) ? `unix:path=${folder}/bus` : null;
}

/** Connects to the bus at an address; null when there is none, or none that answers. `ended`: it went away. */
export async function openBus(
  address: string,
  limit = longestAnswer,
  ended: () => void = () => undefined,
): Promise<Bus | null> {
  const connection = sessionBus({ busAddress: address, negotiateUnixFd: false });
  // Typed by hand: the library's emitter types leave out the connection's own events.
  const events: EventEmitter = connection;
  const connecting = new Promise<boolean>((resolve) => {
    events.once('connect', () => resolve(true));
    // It stays for good: a bus that goes away later takes the desktop with it, and is no error of ours.
    events.on('error', () => resolve(false));
  });
  if (!(await within(connecting, limit, false))) {
    connection.disconnect();
    return null;
  }

  // The library's bus says nothing of its end; its connection does.
  const wire: unknown = Reflect.get(connection, '_connection');
  if (wire instanceof EventEmitter) wire.once('end', ended);

  const hearers: Array<(signal: BusSignal) => void> = [];
  events.on('message', (message: Message) => {
    if (message.type !== MessageType.SIGNAL) return;
    const { sender, path, interface: name, member, body } = message;
    for (const hearer of hearers) hearer({ sender, path, interface: name, member, body });
  });

  const send = async (message: Message): Promise<BusReply> => {
    try {
      const reply = await connection.call(message);
      return succeed<unknown[]>(reply?.body ?? []);
    } catch (error) {
      return fail({ kind: 'refused', name: errorName(error) });
    }
  };
  const call: Bus['call'] = async (target, member, signature = '', body = [], late = () => undefined) =>
    within(send(new Message({ ...target, member, signature, body })), limit, fail({ kind: 'silent' }), late);

  const followName: Bus['followName'] = async (name, tell) => {
    let changed = false;
    hearers.push(({ sender, member, body: [other, , owner] }) => {
      // Nobody but the bus itself can send in its name.
      if (sender !== daemon.destination || member !== 'NameOwnerChanged' || other !== name) return;
      changed = true;
      tell(typeof owner === 'string' && owner !== '' ? owner : null);
    });
    const rule = `type='signal',sender='${daemon.destination}',member='NameOwnerChanged',arg0='${name}'`;
    await call(daemon, 'AddMatch', 's', [rule]);
    const owner = await call(daemon, 'GetNameOwner', 's', [name]);
    const [first] = owner.ok ? owner.value : [];
    // A change that came in the meantime is newer than this answer.
    if (!changed) tell(typeof first === 'string' ? first : null);
  };
  const listen: Bus['listen'] = async ({ destination, path, interface: name }, hearer) => {
    let owner: string | null = null;
    await followName(destination, (next) => {
      owner = next;
    });
    hearers.push((signal) => {
      const isHere = signal.path === path || signal.path.startsWith(`${path}/`);
      if (signal.sender === owner && isHere && signal.interface === name) hearer(signal);
    });
    const rule = `type='signal',sender='${destination}',path_namespace='${path}',interface='${name}'`;
    await call(daemon, 'AddMatch', 's', [rule]);
  };

  return {
    call,
    listen,
    property: async (target, name, late) => {
      const properties = { ...target, interface: 'org.freedesktop.DBus.Properties' };
      const read = await call(properties, 'Get', 'ss', [target.interface, name], late);
      const [value] = read.ok ? read.value : [];
      return value instanceof Variant ? value.value : null;
    },
    followName,
    close: () => connection.disconnect(),
  };
}

function errorName(error: unknown): string {
  const name = typeof error === 'object' && error !== null && 'type' in error ? error.type : '';
  return typeof name === 'string' ? name : '';
}
