import { Message } from '@jellybrick/dbus-next';
import { connect } from '../support/desktop/connection.ts';

/** Writes down everything that anybody says on a bus from now on, as text; the returned function ends it. */
export async function recordBus(address: string): Promise<{ said: string[]; end: () => void }> {
  const bus = await connect(address);
  // A monitor that answers is thrown off the bus.
  bus.addMethodHandler(() => true);
  const said: string[] = [];
  bus.on('message', ({ member, body }) => said.push(`${member} ${spell(body)}`));
  const daemon = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };
  const become = { ...daemon, interface: 'org.freedesktop.DBus.Monitoring', member: 'BecomeMonitor' };
  await bus.call(new Message({ ...become, signature: 'asu', body: [[], 0] }));
  return { said, end: () => bus.disconnect() };
}

/** All texts and bytes in a value. */
function spell(value: unknown): string {
  if (Buffer.isBuffer(value)) return value.toString('latin1');
  if (Array.isArray(value)) return value.map(spell).join(' ');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(spell).join(' ');
  return String(value);
}
