import { Variant } from '@jellybrick/dbus-next';
import type { Bus, BusTarget } from './bus.ts';
import { collectionInterface, defaultCollection, noObject, secrets } from './secrets.ts';

const promptInterface = 'org.freedesktop.Secret.Prompt';

/**
 * Has the default collection unlocked, or made where there is none. Some services do so at once: KWallet says "locked"
 * of an open wallet until somebody asks. Others show a prompt, whose answer is awaited for as long as it takes.
 */
export async function unlockDefaultCollection(bus: Bus): Promise<void> {
  const collection = await defaultCollection(bus);
  if (collection === 'silent' || collection === 'absent') return;
  const asked =
    collection.path === noObject
      ? await bus.call(secrets, 'CreateCollection', 'a{sv}s', [defaultProperties, 'default'])
      : await bus.call(secrets, 'Unlock', 'ao', [[collection.path]]);
  // Both answer with what is done already, and the prompt that is needed for the rest.
  const prompt = asked.ok ? asked.value[1] : noObject;
  if (typeof prompt === 'string' && prompt !== noObject) await answerOf(bus, prompt);
}

/** The name that Debian's and Fedora's own keyrings give to it. */
const defaultProperties = { [`${collectionInterface}.Label`]: new Variant('s', 'Default keyring') };

/** Shows a prompt, and waits until its user has answered it; also when its service goes in the meantime. */
async function answerOf(bus: Bus, path: string): Promise<void> {
  const prompt: BusTarget = { ...secrets, path, interface: promptInterface };
  let settle = (): void => undefined;
  const answered = new Promise<void>((resolve) => (settle = resolve));
  await bus.listen(prompt, ({ member }) => {
    if (member === 'Completed') settle();
  });
  await bus.followName(secrets.destination, (owner) => {
    if (owner === null) settle();
  });
  // The empty text: no window of ours that the prompt should stand before.
  const shown = await bus.call(prompt, 'Prompt', 's', ['']);
  if (shown.ok) await answered;
}
