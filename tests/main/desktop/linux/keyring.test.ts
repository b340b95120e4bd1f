import { describe, expect, test } from 'vitest';
import type { KeyringState } from '../../../../src/core/state.ts';
import { openBus } from '../../../../src/main/desktop/linux/bus.ts';
import { createKeyring } from '../../../../src/main/desktop/linux/keyring.ts';
import { Desktop } from '../../../support/desktop/desktop.ts';
import { hangSecretService, Keyring } from '../../../support/desktop/keyring.ts';
import { SecretService } from '../../../support/desktop/secretService.ts';
import { waitFor } from '../../../support/desktop/waitFor.ts';
import { connectTo, patience, startBus } from './buses.ts';
import { withoutStall } from './stall.ts';

const bare = { display: false, systemBus: false } as const;
const name = 'org.freedesktop.secrets';
const service = {
  destination: name,
  path: '/org/freedesktop/secrets',
  interface: 'org.freedesktop.Secret.Service',
};

/** `longestAnswer`: a real keyring that starts may take a while. */
async function follow(
  desktop: Desktop,
  { address, longestAnswer = 5000 }: { address?: string; longestAnswer?: number } = {},
) {
  const heard: KeyringState[] = [];
  const later: Array<() => void> = [];
  const bus =
    address === undefined ? await connectTo(desktop, longestAnswer) : await openBus(address, longestAnswer);
  if (bus === null) throw new Error('no bus');
  const keyring = createKeyring(bus, (_delay, wake) => later.push(wake));
  await keyring.follow((state) => heard.push(state));
  const hears = async (count: number): Promise<KeyringState[]> => {
    await waitFor(
      () => `${count} words (heard: ${heard.join(', ')})`,
      () => heard.length >= count,
    );
    return heard;
  };
  return { heard, hears, later, bus, unlock: keyring.unlock };
}

describe('a keyring', () => {
  test('that is open is open', async () => {
    await using desktop = await Desktop.open(bare);
    await Keyring.open(desktop);
    const { hears } = await follow(desktop);
    expect(await hears(1)).toEqual(['open']);
  });

  test('that is locked says so, and opens when its owner unlocks it', async () => {
    await using desktop = await Desktop.open(bare);
    const keyring = await Keyring.open(desktop, { locked: true });
    const { hears } = await follow(desktop);
    expect(await hears(1)).toEqual(['locked']);
    await keyring.unlock();
    expect(await hears(2)).toEqual(['locked', 'open']);
    await keyring.lock();
    expect(await hears(3)).toEqual(['locked', 'open', 'locked']);
  });

  test('that answers after it was given up is asked again at once', async () => {
    await using desktop = await Desktop.open(bare);
    const hung = await hangSecretService(desktop);
    const { hears, heard } = await follow(desktop, { longestAnswer: patience });
    expect(await hears(1)).toEqual(['silent']);
    hung.serve({
      path: service.path,
      interface: service.interface,
      methods: { ReadAlias: ['o', () => ['/']] },
    });
    hung.hangs = false;
    expect(await hears(2)).toEqual(['silent', 'withoutDefault']);
    expect(heard).toHaveLength(2);
  });

  test('that is not there is absent; it may come later, and go', async () => {
    await using desktop = await Desktop.open(bare);
    const { hears } = await follow(desktop);
    expect(await hears(1)).toEqual(['absent']);
    const keyring = await Keyring.open(desktop);
    expect(await hears(2)).toEqual(['absent', 'open']);
    await keyring.stop();
    expect(await hears(3)).toEqual(['absent', 'open', 'absent']);
    await keyring.start();
    expect(await hears(4)).toEqual(['absent', 'open', 'absent', 'open']);
  });

  test('that was wiped is another one, and open', async () => {
    await using desktop = await Desktop.open(bare);
    const keyring = await Keyring.open(desktop);
    const { hears } = await follow(desktop);
    expect(await hears(1)).toEqual(['open']);
    await keyring.wipe();
    expect(await hears(3)).toEqual(['open', 'absent', 'open']);
  });

  test('without a default collection says so: nothing can be stored in it', async () => {
    await using desktop = await Desktop.open(bare);
    const bus = await desktop.connect();
    bus.serve({ ...service, methods: { ReadAlias: ['o', () => ['/']] } });
    await bus.own(name);
    const { hears } = await follow(desktop);
    expect(await hears(1)).toEqual(['withoutDefault']);
  });

  test('that hangs is silent, holds nothing up, and is asked again after a while', async () => {
    await using desktop = await Desktop.open(bare);
    const hung = await hangSecretService(desktop);
    const { hears, later } = await withoutStall('a secret service that hangs', async () => {
      const followed = await follow(desktop, { longestAnswer: patience });
      expect(await followed.hears(1)).toEqual(['silent']);
      return followed;
    });
    expect(later).toHaveLength(1);
    hung.hangs = false;
    hung.serve({
      path: service.path,
      interface: service.interface,
      methods: { ReadAlias: ['o', () => ['/']] },
    });
    later[0]?.();
    expect(await hears(2)).toEqual(['silent', 'withoutDefault']);
  });

  test('that refuses is silent', async () => {
    await using desktop = await Desktop.open(bare);
    const bus = await desktop.connect();
    bus.serve({ ...service, methods: { ReadAlias: ['o', () => Promise.reject(new Error('not now'))] } });
    await bus.own(name);
    const { hears, later } = await follow(desktop);
    expect(await hears(1)).toEqual(['silent']);
    expect(later).toHaveLength(1);
  });

  test('that the bus starts for whoever asks first is asked', async () => {
    await using desktop = await Desktop.open(bare);
    // As with a password at login, its default collection is there and open.
    const command = `/bin/sh -c "echo -n secret | HOME=${desktop.home} XDG_DATA_HOME=${desktop.home} gnome-keyring-daemon --foreground --components=secrets --unlock"`;
    const address = await startBus(desktop, `unix:path=${desktop.folder}/other`, { [name]: command });
    const { hears, bus } = await follow(desktop, { address });
    expect(await hears(1)).toEqual(['open']);
    bus.close();
  });

  test('that cannot be started is absent', async () => {
    await using desktop = await Desktop.open(bare);
    const address = await startBus(desktop, `unix:path=${desktop.folder}/other`, { [name]: '/bin/false' });
    const { hears, later, bus } = await follow(desktop, { address });
    expect(await hears(1)).toEqual(['absent']);
    expect(later).toEqual([]);
    bus.close();
  });

  test('whose bus dies is not heard of any more', async () => {
    await using desktop = await Desktop.open(bare);
    await hangSecretService(desktop);
    const { hears } = await withoutStall('a bus that dies', async () => {
      const followed = await follow(desktop, { longestAnswer: patience });
      desktop.sessionBus.child.kill();
      return followed;
    });
    expect(await hears(1)).toEqual(['silent']);
  });
});

describe('to unlock the keyring', () => {
  test('is never asked for by itself', async () => {
    await using desktop = await Desktop.open(bare);
    const wallet = await SecretService.open(desktop, { locked: true });
    const { hears } = await follow(desktop);
    expect(await hears(1)).toEqual(['locked']);
    expect(wallet.asked).toEqual([]);
  });

  test('may be granted at once, as by KWallet of an open wallet', async () => {
    await using desktop = await Desktop.open(bare);
    const wallet = await SecretService.open(desktop, { locked: true });
    const { hears, unlock } = await follow(desktop);
    await hears(1);
    await unlock();
    expect(await hears(2)).toEqual(['locked', 'open']);
    expect(wallet.asked).toEqual(['Unlock']);
  });

  test.each([
    ['the password', false, ['locked', 'open']],
    ['no', true, ['locked']],
  ])('may need an answer, and is settled by it: %s', async (_answer, dismissed, states) => {
    await using desktop = await Desktop.open(bare);
    const wallet = await SecretService.open(desktop, { locked: true, prompts: true });
    const { hears, heard, unlock } = await follow(desktop);
    await hears(1);
    const unlocked = unlock();
    await waitFor('the prompt', () => wallet.asked.includes('Prompt'));
    expect(heard).toEqual(['locked']);
    wallet.answer({ dismissed });
    await unlocked;
    expect(heard).toEqual(states);
  });

  test('makes one to store in where there is none', async () => {
    await using desktop = await Desktop.open(bare);
    const wallet = await SecretService.open(desktop, { missing: true, prompts: true });
    const { hears, unlock } = await follow(desktop);
    expect(await hears(1)).toEqual(['withoutDefault']);
    const made = unlock();
    await waitFor('the prompt', () => wallet.asked.includes('Prompt'));
    wallet.answer({ dismissed: false });
    await made;
    expect(await hears(2)).toEqual(['withoutDefault', 'open']);
    expect(wallet.asked).toEqual(['CreateCollection', 'Prompt']);
  });

  test('is over when the service goes while its prompt is shown', async () => {
    await using desktop = await Desktop.open(bare);
    const wallet = await SecretService.open(desktop, { locked: true, prompts: true });
    const { hears, unlock } = await follow(desktop);
    await hears(1);
    const unlocked = unlock();
    await waitFor('the prompt', () => wallet.asked.includes('Prompt'));
    await wallet.leave();
    await unlocked;
    expect(await hears(2)).toEqual(['locked', 'absent']);
  });

  test('of one that is not there, or never answers, comes to nothing', async () => {
    await using desktop = await Desktop.open(bare);
    const { hears, unlock } = await follow(desktop, { longestAnswer: patience });
    await unlock();
    expect(await hears(1)).toEqual(['absent']);
    await hangSecretService(desktop);
    await unlock();
    expect(await hears(2)).toEqual(['absent', 'silent']);
  });
});
