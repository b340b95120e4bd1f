import type { Bus, BusTarget } from './bus.ts';

// Secret Service API, as GNOME Keyring, KWallet and KeePassXC offer it.

export const secretsName = 'org.freedesktop.secrets';
export const secrets: BusTarget = {
  destination: secretsName,
  path: '/org/freedesktop/secrets',
  interface: 'org.freedesktop.Secret.Service',
};
export const collectionInterface = 'org.freedesktop.Secret.Collection';

/** Stands for no object: no default collection, no prompt. */
export const noObject = '/';

/** There is nobody of this name, and nobody could be started. */
const nobody = /^org\.freedesktop\.DBus\.Error\.(ServiceUnknown|NameHasNoOwner|Spawn\..*)$/;

/**
 * The path of the default collection, `noObject` where there is none; or why it cannot be read. `late`: called when the
 * service answers after it was given up.
 */
export async function defaultCollection(
  bus: Bus,
  late?: () => void,
): Promise<{ path: string } | 'silent' | 'absent'> {
  const alias = await bus.call(secrets, 'ReadAlias', 's', ['default'], late);
  if (!alias.ok)
    return alias.reason.kind === 'refused' && nobody.test(alias.reason.name) ? 'absent' : 'silent';
  const [path] = alias.value;
  return { path: typeof path === 'string' ? path : noObject };
}
