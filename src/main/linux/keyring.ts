import type { KeyringState } from '../desktop.ts';
import type { Bus, Target } from './bus.ts';

const name = 'org.freedesktop.secrets';
const service: Target = {
  destination: name,
  path: '/org/freedesktop/secrets',
  interface: 'org.freedesktop.Secret.Service',
};
const collectionInterface = 'org.freedesktop.Secret.Collection';

/**
 * Follows the default collection of the Secret Service. safeStorage must not be called before it is open: it asks
 * synchronously, so that a hung service would freeze the application for 50 s, and it remembers a failed first look
 * until the application is started again.
 */
export async function followKeyring(bus: Bus, tell: (state: KeyringState) => void): Promise<void> {
  let last: KeyringState | null = null;
  const look = async (owned: boolean): Promise<void> => {
    const state = owned ? await stateOf(bus) : 'absent';
    if (state !== last) tell(state);
    last = state;
  };
  const relevant = new Set([
    'PropertiesChanged',
    'CollectionChanged',
    'CollectionCreated',
    'CollectionDeleted',
  ]);
  await bus.listen('org.freedesktop.DBus.Properties', ({ member, path, body }) => {
    if (relevant.has(member) && path.startsWith(service.path) && body[0] === collectionInterface)
      void look(true);
  });
  await bus.listen(service.interface, ({ member }) => {
    if (relevant.has(member)) void look(true);
  });
  await bus.followName(name, (owner) => void look(owner !== null));
}

async function stateOf(bus: Bus): Promise<KeyringState> {
  const alias = await bus.call(service, 'ReadAlias', 's', ['default']);
  // A service that does not answer may do so later; nothing may be asked of it synchronously.
  if (!alias.ok) return 'closed';
  const [path] = alias.value;
  // Without a default collection nothing can be stored, and asking for one opens a dialogue.
  if (typeof path !== 'string' || path === '/') return 'absent';
  const locked = await bus.property({ destination: name, path, interface: collectionInterface }, 'Locked');
  return locked === false ? 'open' : 'closed';
}
