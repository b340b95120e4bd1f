import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Bus } from '../support/desktop/bus.ts';
import { driveApplication } from '../support/desktop/drivenApplication.ts';
import type { Region } from '../support/desktop/region.ts';
import { Screen } from '../support/desktop/screen.ts';
import { waitFor, waitForRest } from '../support/desktop/waitFor.ts';
import { Scene } from './scene.ts';

// Its dialogues are clicked by their places, which are those of Debian's packages and fonts: tried when asked for.
const isAskedFor = process.env['KEEPWATCH_KWALLET'] === '1' && spawnSync('which', ['kwalletd5']).status === 0;
const kwallet = {
  destination: 'org.kde.kwalletd5',
  path: '/modules/kwalletd5',
  interface: 'org.kde.KWallet',
};
const password = 'of the Wall3t, and strong';

/** Lets KWallet be the desktop's secret service; it asks nothing when it starts. */
async function allowKWallet(scene: Scene): Promise<void> {
  const settings = '[Wallet]\nFirst Use=false\n[org.freedesktop.secrets]\napiEnabled=true\n';
  await writeFile(path.join(scene.desktop.home, '.config', 'kwalletrc'), settings);
}

async function startKWallet(scene: Scene): Promise<Bus> {
  const bus = await scene.desktop.connect();
  const daemon = scene.desktop.start('kwalletd5');
  await daemon.until('its name', async () => bus.owner('org.freedesktop.secrets'));
  return bus;
}

/** A dialogue of KWallet's, which has a width of its own, once it no longer moves. */
async function dialogue(screen: Screen, isIt: (width: number) => boolean): Promise<Region> {
  const find = async (): Promise<Region | undefined> =>
    (await screen.windows('class', '^kwalletd5$')).find(({ width }) => width > 100 && isIt(width));
  return waitForRest('a dialogue of KWallet', find);
}

/** Makes a wallet: a classic one, since another needs a key of GnuPG. */
async function makeWallet(screen: Screen): Promise<void> {
  const first = await dialogue(screen, () => true);
  await screen.click({ x: first.x + 119, y: first.y + 158 });
  await screen.click({ x: first.x + 358, y: first.y + 332 });
  await dialogue(screen, (width) => width !== first.width);
  await screen.type(password);
  await screen.press('Tab');
  await screen.type(password);
  await screen.press('Return');
}

test.runIf(isAskedFor)(
  'with KWallet a wallet is made and later unlocked, and the key is sealed with it',
  async () => {
    await using scene = await Scene.open({
      keyring: false,
      desktop: { env: { XDG_CURRENT_DESKTOP: 'KDE' } },
    });
    const screen = new Screen(scene.desktop);
    await allowKWallet(scene);
    const bus = await startKWallet(scene);
    const keys = path.join(scene.desktop.home, 'user-data', 'keys.json');
    const first = await scene.startWatching();
    const page = await first.page();
    await page.getByRole('button', { name: 'Make keyring' }).click();
    await makeWallet(screen);
    await page.getByText('Keys are kept only until you quit').waitFor({ state: 'detached' });
    await waitFor('the sealed key', async () => /"[\da-f-]{36}"/.test(await readFile(keys, 'utf8')));
    await first.stop();
    const second = await scene.start();
    await scene.tooltip(/no backup running/);
    await second.stop();

    // As after logging in anew: the wallet is there, and closed.
    await bus.call(kwallet, 'closeAllWallets');
    const third = await driveApplication(scene.desktop);
    await scene.tooltip(/waits for the keyring/);
    await (await scene.item()).clickMenu('Open Keepwatch');
    await (await third.page()).getByRole('button', { name: 'Unlock keyring' }).first().click();
    await dialogue(screen, () => true);
    await screen.type(password);
    await screen.press('Return');
    expect(await scene.tooltip(/no backup running/)).toBe('Acme: no backup running');
  },
);
