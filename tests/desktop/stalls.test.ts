import { describe, expect, test } from 'vitest';
import { hangSecretService, refuseSecrets } from '../support/desktop/keyring.ts';
import { StatusNotifierHost } from '../support/desktop/statusNotifierHost.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { readLedger } from './keptFiles.ts';
import { Scene } from './scene.ts';
import { withoutStall } from './withoutStall.ts';

// Whatever the other programs of a desktop do, or fail to do, Keepwatch answers at once.

// What is saved waits for the disk, which other tests keep busy for half a second at times: that is not measured here.
const inMemory = { folder: '/dev/shm' };

describe('a notification server', () => {
  /** A backup ends, and its news waits to be told. */
  async function hasNews(scene: Scene): Promise<void> {
    scene.finishBackup();
    await scene.checkNow();
    await waitFor('news that waits', () => readLedger(scene.desktop).pending.length === 1);
    expect((await (await scene.item()).menuWords())[0]).toBe('Acme: backup finished');
  }

  async function isTold(scene: Scene): Promise<void> {
    await waitFor('that it was told', () => readLedger(scene.desktop).pending.length === 0);
  }

  async function isReadInWindow(scene: Scene): Promise<void> {
    await (await scene.item()).clickMenu('Open Keepwatch');
    await scene.focusWindow();
    await isTold(scene);
    await scene.desktop.run('xdotool', 'key', 'Escape');
    await waitFor('no window', async () => !(await scene.hasWindow()));
  }

  test('that is absent, late, refusing or hanging holds nothing up, and its news waits to be read', async () => {
    await using scene = await Scene.open({ desktop: inMemory });
    const { notifications, desktop } = scene;
    await (await scene.startWatching()).stop();
    const { pid } = await scene.start();
    await scene.tooltip(/no backup running/);
    const measure = async (what: string, work: () => Promise<void>): Promise<void> =>
      withoutStall(desktop, pid, `notification server ${what}`, work);

    await notifications.vanish();
    await measure('absent, then there', async () => {
      await hasNews(scene);
      await notifications.appear();
      await isTold(scene);
      expect(notifications.asked).toHaveLength(1);
    });

    notifications.mode = 'refuses';
    await measure('refusing', async () => {
      await hasNews(scene);
      await isReadInWindow(scene);
      expect(notifications.asked).toHaveLength(2);
    });

    notifications.mode = 'holds';
    await measure('answering late', async () => {
      await hasNews(scene);
      await notifications.nth(2);
      notifications.recover();
      await isTold(scene);
    });

    await notifications.vanish();
    notifications.mode = 'hangs';
    await notifications.appear();
    await measure('hanging', async () => {
      await hasNews(scene);
      await isReadInWindow(scene);
    });
  });
});

describe('a tray host', () => {
  test.each(['is absent', 'hangs', 'refuses'] as const)(
    'that %s holds nothing up: the window comes in place of the icon, and the icon when it is well',
    async (fault) => {
      await using scene = await Scene.open({
        desktop: inMemory,
        host: false,
        notifications: false,
        keyring: false,
      });
      const host = await StatusNotifierHost.open(
        scene.desktop,
        fault === 'is absent' ? { present: false } : { mode: fault },
      );
      scene.knowPortal();
      const application = await scene.start();
      await withoutStall(
        scene.desktop,
        application.pid,
        `tray host that ${fault}, then is well`,
        async () => {
          await application.until('its window', async () => scene.showsWindow());
          host.mode = 'answers';
          if (fault === 'refuses') await host.vanish();
          if (fault !== 'hangs') await host.appear();
          const words = async (): Promise<string> => (await host.tray.item()).tooltip();
          const isAlone = (): boolean => host.tray.items.length === 1;
          await waitFor('its icon', async () => isAlone() && (await words()) === 'Acme: needs its key');
          expect(host.tray.items).toHaveLength(1);
        },
      );
    },
  );
});

describe('a secret service', () => {
  test('that is absent, refuses or hangs holds nothing up, and one that comes late opens the key', async () => {
    await using scene = await Scene.open({ desktop: inMemory });
    const { desktop, keyring } = scene;
    await (await scene.startWatching()).stop();
    await keyring?.stop();
    const faults: Array<[string, () => Promise<{ close: () => void } | null>]> = [
      ['absent, then there', async () => null],
      ['refusing, then there', async () => refuseSecrets(desktop)],
      ['hanging, then there', async () => hangSecretService(desktop)],
    ];
    for (const [what, begin] of faults) {
      const faulty = await begin();
      const application = await scene.start();
      await withoutStall(desktop, application.pid, `secret service ${what}`, async () => {
        await scene.tooltip(/waits for the keyring/);
        faulty?.close();
        await keyring?.start();
        expect(await scene.tooltip(/no backup/)).toBe('Acme: no backup running');
      });
      await application.stop();
      await keyring?.stop();
    }
  });
});
