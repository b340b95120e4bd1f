import type { KeyringState } from '../../../core/state.ts';
import type { Bus } from './bus.ts';
import { tellChanges } from './changes.ts';
import { collectionInterface, defaultCollection, noObject, secrets, secretsName } from './secrets.ts';
import { unlockDefaultCollection } from './unlock.ts';

const properties = { ...secrets, interface: 'org.freedesktop.DBus.Properties' };
const relevant = new Set([
  'PropertiesChanged',
  'CollectionChanged',
  'CollectionCreated',
  'CollectionDeleted',
]);
/** A service that did not answer is asked again after this: when it can, it does not tell. */
const pause = 30_000;

/** The default collection of the Secret Service. */
export type Keyring = {
  /** Tells how it is, now and whenever that changes. */
  follow: (tell: (state: KeyringState) => void) => Promise<void>;
  /** Has it unlocked, or made; resolves when the service has granted it, refused it, or its user has answered. */
  unlock: () => Promise<void>;
};

/**
 * safeStorage must not be called before the keyring is open: it asks synchronously, so that a hung service would freeze
 * the application for 50 s, and it remembers a failed first look until the application is started again.
 */
export function createKeyring(bus: Bus, after: (delay: number, wake: () => void) => void): Keyring {
  let gone = false;
  let tellState = (_state: KeyringState): void => undefined;
  const poll: () => Promise<void> = tellChanges(
    async () => {
      const state = gone ? 'absent' : await stateOf(bus, () => void poll());
      if (state === 'silent') after(pause, () => void poll());
      return state;
    },
    (state) => tellState(state),
  );
  return {
    follow: async (tell) => {
      tellState = tell;
      await bus.listen(properties, ({ member, body }) => {
        if (relevant.has(member) && body[0] === collectionInterface) void poll();
      });
      await bus.listen(secrets, ({ member }) => {
        if (relevant.has(member)) void poll();
      });
      let first = true;
      await bus.followName(secretsName, (owner) => {
        // At first it is asked all the same: on many desktops the bus starts the keyring for whoever does. One that
        // went away is left alone, it may be the end of the session.
        gone = owner === null && !first;
        first = false;
        void poll();
      });
    },
    unlock: async () => {
      // Whoever asks for it wants it, also one that went away.
      gone = false;
      await unlockDefaultCollection(bus);
      await poll();
    },
  };
}

/** `late`: called when it answers after it was given up. */
async function stateOf(bus: Bus, late: () => void): Promise<KeyringState> {
  const found = await defaultCollection(bus, late);
  if (found === 'silent' || found === 'absent') return found;
  if (found.path === noObject) return 'withoutDefault';
  const collection = { destination: secretsName, path: found.path, interface: collectionInterface };
  const locked = await bus.property(collection, 'Locked', late);
  if (typeof locked !== 'boolean') return 'silent';
  return locked ? 'locked' : 'open';
}
