import { describe, expect, test } from 'vitest';
import type { KeyringState } from '../../../../src/main/desktop/desktop.ts';
import { openBus } from '../../../../src/main/desktop/linux/bus.ts';
import { followKeyring } from '../../../../src/main/desktop/linux/keyring.ts';
import { Desktop } from '../../../support/desktop/desktop.ts';
import { hangSecretService, Keyring } from '../../../support/desktop/keyring.ts';
import { waitFor } from '../../../support/desktop/waitFor.ts';
import { connectTo, startBus } from './buses.ts';
import { withoutStall } from './stall.ts';

const bare = { display: false, systemBus: false } as const;
const name = 'org.freedesktop.secrets';
const service = {
  destination: name,
  path: '/org/freedesktop/secrets',
  interface: 'org.freedesktop.Secret.Service',
};

async function follow(desktop: Desktop, address?: string) {
  const heard: KeyringState[] = [];
  const later: Array<() => void> = [];
  const bus = address === undefined ? await connectTo(desktop) : await openBus(address, 5000);
  if (bus === null) throw new Error('no bus');
  await followKeyring(
    bus,
    (state) => heard.push(state),
    (_delay, wake) => later.push(wake),
  );
  const hears = async (count: number): Promise<KeyringState[]> => {
    await waitFor(
      () => `${count} words (heard: ${heard.join(', ')})`,
      () => heard.length >= count,
    );
    return heard;
  };
  return { heard, hears, later, bus };
}

describe('a keyring', () => {
  test('that is open is open', async () => {
    await using desktop = await Desktop.open(bare);
    await Keyring.open(desktop);
    const { hears } = await follow(desktop);
    expect(await hears(1)).toEqual(['open']);
  });

  test('that is locked is closed, and opens when its owner unlocks it', async () => {
    await using desktop = await Desktop.open(bare);
    const keyring = await Keyring.open(desktop, { locked: true });
    const { hears } = await follow(desktop);
    expect(await hears(1)).toEqual(['closed']);
    await keyring.unlock();
    expect(await hears(2)).toEqual(['closed', 'open']);
    await keyring.lock();
    expect(await hears(3)).toEqual(['closed', 'open', 'closed']);
  });

  test('that answers after it was given up is asked again at once', async () => {
    await using desktop = await Desktop.open(bare);
    const hung = await hangSecretService(desktop);
    const { hears, heard } = await follow(desktop);
    expect(await hears(1)).toEqual(['closed']);
    hung.serve({
      path: service.path,
      interface: service.interface,
      methods: { ReadAlias: ['o', () => ['/']] },
    });
    hung.hangs = false;
    expect(await hears(2)).toEqual(['closed', 'absent']);
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

  test('without a default collection is as good as none: nothing can be stored in it', async () => {
    await using desktop = await Desktop.open(bare);
    const bus = await desktop.connect();
    bus.serve({ ...service, methods: { ReadAlias: ['o', () => ['/']] } });
    await bus.own(name);
    const { hears } = await follow(desktop);
    expect(await hears(1)).toEqual(['absent']);
  });

  test('that hangs is closed, holds nothing up, and is asked again after a while', async () => {
    await using desktop = await Desktop.open(bare);
    const hung = await hangSecretService(desktop);
    const { hears, later } = await withoutStall('a secret service that hangs', async () => {
      const followed = await follow(desktop);
      expect(await followed.hears(1)).toEqual(['closed']);
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
    expect(await hears(2)).toEqual(['closed', 'absent']);
  });

  test('that refuses is closed', async () => {
    await using desktop = await Desktop.open(bare);
    const bus = await desktop.connect();
    bus.serve({ ...service, methods: { ReadAlias: ['o', () => Promise.reject(new Error('not now'))] } });
    await bus.own(name);
    const { hears, later } = await follow(desktop);
    expect(await hears(1)).toEqual(['closed']);
    expect(later).toHaveLength(1);
  });

  test('that the bus starts for whoever asks first is asked', async () => {
    await using desktop = await Desktop.open(bare);
    // As with a password at login, its default collection is there and open.
    const command = `/bin/sh -c "echo -n secret | HOME=${desktop.home} XDG_DATA_HOME=${desktop.home} gnome-keyring-daemon --foreground --components=secrets --unlock"`;
    const address = await startBus(desktop, `unix:path=${desktop.folder}/other`, { [name]: command });
    const { hears, bus } = await follow(desktop, address);
    expect(await hears(1)).toEqual(['open']);
    bus.close();
  });

  test('that cannot be started is absent', async () => {
    await using desktop = await Desktop.open(bare);
    const address = await startBus(desktop, `unix:path=${desktop.folder}/other`, { [name]: '/bin/false' });
    const { hears, later, bus } = await follow(desktop, address);
    expect(await hears(1)).toEqual(['absent']);
    expect(later).toEqual([]);
    bus.close();
  });

  test('whose bus dies is not heard of any more', async () => {
    await using desktop = await Desktop.open(bare);
    await hangSecretService(desktop);
    const { hears } = await withoutStall('a bus that dies', async () => {
      const followed = await follow(desktop);
      desktop.sessionBus.child.kill();
      return followed;
    });
    expect(await hears(1)).toEqual(['closed']);
  });
});
