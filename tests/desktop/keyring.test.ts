import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { driveApplication } from '../support/desktop/drivenApplication.ts';
import { Keyring, keyringPassword } from '../support/desktop/keyring.ts';
import { Screen } from '../support/desktop/screen.ts';
import { Scene } from './scene.ts';

async function readKeys(scene: Scene): Promise<string> {
  return readFile(path.join(scene.desktop.home, 'user-data', 'keys.json'), 'utf8').catch(() => '');
}

test('with a keyring the key is sealed on disk, and opened at the next start', async () => {
  await using scene = await Scene.open();
  await (await scene.startWatching()).stop();
  const keys = await readKeys(scene);
  expect(keys).toContain('"keys"');
  expect(keys).not.toContain(scene.portal.key);
  await scene.start();
  await scene.tooltip(/no backup running/);
});

test('without a keyring the key is kept until the end, and the user is told', async () => {
  await using scene = await Scene.open({ keyring: false });
  const application = await scene.startWatching();
  const page = await application.page();
  await page.getByText('Keys are kept only until you quit').waitFor();
  expect(await readKeys(scene)).not.toContain(scene.portal.key);
  await application.stop();
  await scene.start();
  expect(await scene.tooltip(/needs its key/)).toBe('Acme: needs its key');
});

test('a keyring that opens later lets the watching go on by itself', async () => {
  await using scene = await Scene.open();
  await (await scene.startWatching()).stop();
  await scene.keyring?.lock();
  await scene.start();
  expect(await scene.tooltip(/keyring/)).toBe('Acme: waits for the keyring');
  await scene.keyring?.unlock();
  await scene.tooltip(/no backup running/);
});

test('"Unlock keyring" has the desktop ask for the password, and the watching goes on once it is typed', async () => {
  const services = ['org.gnome.keyring.SystemPrompter'];
  await using scene = await Scene.open({ desktop: { services } });
  await (await scene.startWatching()).stop();
  await scene.keyring?.lock();
  const application = await driveApplication(scene.desktop);
  await scene.tooltip(/waits for the keyring/);
  await (await scene.item()).clickMenu('Open Keepwatch');
  const page = await application.page();
  await page.getByRole('button', { name: 'Unlock keyring' }).first().click();
  const screen = new Screen(scene.desktop);
  await screen.window('Unlock Login Keyring');
  await screen.type(keyringPassword);
  await screen.press('Return');
  expect(await scene.tooltip(/no backup running/)).toBe('Acme: no backup running');
});

test('a keyring that was wiped makes the portal ask for its key', async () => {
  await using scene = await Scene.open();
  await (await scene.startWatching()).stop();
  await scene.keyring?.wipe();
  await scene.start();
  expect(await scene.tooltip(/needs its key/)).toBe('Acme: needs its key');
});

test('a keyring that was replaced by another, and comes back, gives the key again', async () => {
  await using scene = await Scene.open();
  await (await scene.startWatching()).stop();
  const keys = await readKeys(scene);
  await scene.keyring?.replace();
  const application = await scene.start();
  await scene.tooltip(/needs its key/);
  await application.stop();
  expect(await readKeys(scene)).toBe(keys);
  await scene.keyring?.putBack();
  await scene.start();
  await scene.tooltip(/no backup running/);
});

test('a keyring that ends, is locked or replaced while Keepwatch runs does not stop the watching', async () => {
  await using scene = await Scene.open();
  await (await scene.startWatching()).stop();
  await scene.start();
  await scene.tooltip(/no backup running/);
  await scene.keyring?.lock();
  await scene.checkNow();
  await scene.keyring?.replace();
  await scene.checkNow();
  await scene.keyring?.stop();
  scene.finishBackup();
  await scene.checkNow();
  expect((await scene.notifications.nth()).summary).toBe('Acme: backup finished');
});

test('a keyring that starts after Keepwatch seals the key that was kept in memory', async () => {
  await using scene = await Scene.open({ keyring: false });
  const application = await scene.startWatching();
  const page = await application.page();
  await page.getByText('Keys are kept only until you quit').waitFor();
  await Keyring.open(scene.desktop);
  await page.getByText('Keys are kept only until you quit').waitFor({ state: 'detached' });
  expect(await readKeys(scene)).toContain('"keys"');
});
