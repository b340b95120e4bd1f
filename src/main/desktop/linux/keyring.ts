import type { KeyringState } from '../desktop.ts';
import type { Bus, BusTarget } from './bus.ts';
import { tellChanges } from './changes.ts';

const name = 'org.freedesktop.secrets';
const service: BusTarget = {
  destination: name,
  path: '/org/freedesktop/secrets',
  interface: 'org.freedesktop.Secret.Service',
};
const collectionInterface = 'org.freedesktop.Secret.Collection';
const relevant = new Set([
  'PropertiesChanged',
  'CollectionChanged',
  'CollectionCreated',
  'CollectionDeleted',
]);
/** There is nobody of this name, and nobody could be started. */
const nobody = /^org\.freedesktop\.DBus\.Error\.(ServiceUnknown|NameHasNoOwner|Spawn\..*)$/;
/** A service that did not answer is asked again after this: when it can, it does not tell. */
const pause = 30_000;

/**
 * Follows the default collection of the Secret Service. safeStorage must not be called before it is open: it asks
 * synchronously, so that a hung service would freeze the application for 50 s, and it remembers a failed first look
 * until the application is started again.
 */
export async function followKeyring(
  bus: Bus,
  tell: (state: KeyringState) => void,
  after: (delay: number, wake: () => void) => void,
): Promise<void> {
  let gone = false;
  const poll: () => Promise<void> = tellChanges(async () => {
    const state = gone ? 'absent' : await stateOf(bus, () => void poll());
    if (state === 'silent') after(pause, () => void poll());
    return state === 'silent' ? 'closed' : state;
  }, tell);
  const properties = { ...service, interface: 'org.freedesktop.DBus.Properties' };
  await bus.listen(properties, ({ member, body }) => {
    if (relevant.has(member) && body[0] === collectionInterface) void poll();
  });
  await bus.listen(service, ({ member }) => {
    if (relevant.has(member)) void poll();
  });
  let first = true;
  await bus.followName(name, (owner) => {
    // At first it is asked all the same: on many desktops the bus starts the keyring for whoever does. One that went
    // away is left alone, it may be the end of the session.
    gone = owner === null && !first;
    first = false;
    void poll();
  });
}

/** `late`: called when it answers after it was given up. */
async function stateOf(bus: Bus, late: () => void): Promise<KeyringState | 'silent'> {
  const alias = await bus.call(service, 'ReadAlias', 's', ['default'], late);
  if (!alias.ok)
    return alias.reason.kind === 'refused' && nobody.test(alias.reason.name) ? 'absent' : 'silent';
  const [path] = alias.value;
  // Without a default collection nothing can be stored, and asking for one opens a dialogue.
  if (typeof path !== 'string' || path === '/') return 'absent';
  const collection = { destination: name, path, interface: collectionInterface };
  const locked = await bus.property(collection, 'Locked', late);
  if (typeof locked !== 'boolean') return 'silent';
  return locked ? 'closed' : 'open';
}
