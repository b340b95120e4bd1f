import { DBusError, Message, type Variant } from '@jellybrick/dbus-next';

/** A message as it arrived: a method call, or a signal. */
export type Incoming = { sender: string; path: string; interface: string; member: string; body: unknown[] };

/** The signature of what a method returns, and the method. It refuses by throwing a DBusError. */
export type Method = readonly [signature: string, answer: (call: Incoming) => unknown[] | Promise<unknown[]>];

/** One interface of one object, as a table. */
export type Service = {
  path: string;
  interface: string;
  methods?: Record<string, Method>;
  properties?: Record<string, () => Variant>;
};

/** The method of these services that a call means; undefined when it means none of them. */
export function findMethod(services: readonly Service[], call: Incoming): Method | undefined {
  const here = services.filter(({ path }) => path === call.path);
  if (call.interface === 'org.freedesktop.DBus.Properties') return findProperty(here, call);
  return here.find((service) => service.interface === call.interface)?.methods?.[call.member];
}

/** Answers a call with what the method returns, or with the error it throws. */
export async function replyTo(
  message: Message,
  call: Incoming,
  [signature, answer]: Method,
): Promise<Message> {
  try {
    return Message.newMethodReturn(message, signature, await answer(call));
  } catch (error) {
    const name = error instanceof DBusError ? error.type : 'org.freedesktop.DBus.Error.Failed';
    return Message.newError(message, name, error instanceof Error ? error.message : String(error));
  }
}

function findProperty(services: readonly Service[], call: Incoming): Method | undefined {
  const [wanted, name] = call.body;
  const properties = services.find((service) => service.interface === wanted)?.properties;
  if (!properties) return undefined;
  if (call.member === 'GetAll') {
    return [
      'a{sv}',
      () => [Object.fromEntries(Object.entries(properties).map(([key, read]) => [key, read()]))],
    ];
  }
  if (call.member !== 'Get') return undefined;
  return ['v', () => [(properties[String(name)] ?? unknownProperty)()]];
}

function unknownProperty(): never {
  throw new DBusError('org.freedesktop.DBus.Error.UnknownProperty', 'There is no such property here.');
}
