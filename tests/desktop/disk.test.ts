import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseSettings } from '../../src/core/settings.ts';
import { readJsonFile } from '../../src/main/storage/jsonFile.ts';
import { driveApplication } from '../support/desktop/drivenApplication.ts';
import { putFile, readLedger, userData } from './keptFiles.ts';
import { Scene } from './scene.ts';

const isRoot = process.getuid?.() === 0;
const unsaved = 'Keepwatch cannot save to the disk';

/** Lays another file system over a folder for as long as the scene lasts. */
function mount(scene: Scene, folder: string, ...words: string[]): void {
  execFileSync('mount', [...words, folder]);
  scene.desktop.onStop(() => execFileSync('umount', ['--lazy', folder]));
}

/** Fills a disk to the last byte. */
function fill(file: string): void {
  const block = Buffer.alloc(4096);
  try {
    for (;;) writeFileSync(file, block, { flag: 'a' });
  } catch {
    // It is full.
  }
}

test.runIf(isRoot)(
  'on a full disk news is told and the window says what is amiss; then all of it is saved',
  async () => {
    await using scene = await Scene.open();
    const folder = userData(scene.desktop);
    putFile(scene.desktop, 'filling', '');
    mount(scene, folder, '-t', 'tmpfs', '-o', 'size=24m', 'tmpfs');
    const application = await scene.startWatching();
    const page = await application.page();
    fill(join(folder, 'filling'));

    scene.finishBackup();
    await scene.checkNow();
    expect((await scene.notifications.nth()).summary).toBe('Acme: backup finished');
    await page.getByText(unsaved).waitFor();
    expect(readLedger(scene.desktop)).toEqual({ pending: [], told: [] });
    await page.getByRole('button', { name: 'Pause watching' }).click();
    await page.getByText('Watching is paused').first().waitFor();
    expect(readJsonFile(folder, 'settings')).not.toHaveProperty('pausedUntil');

    rmSync(join(folder, 'filling'));
    await page.getByText(unsaved).waitFor({ state: 'detached' });
    expect(readLedger(scene.desktop).told).toHaveLength(1);
    expect(readJsonFile(folder, 'settings')).toHaveProperty('pausedUntil', null);
    await page.getByRole('button', { name: 'Resume watching' }).click();
    await scene.tooltip(/finished/);
    await application.stop();

    fill(join(folder, 'filling'));
    await scene.start();
    await scene.tooltip(/finished/);
    scene.finishBackup();
    await scene.checkNow();
    expect((await scene.notifications.nth(1)).summary).toBe('Acme: backup finished');
  },
);

test.runIf(isRoot)('in a home that cannot be written it starts, once, and says so', async () => {
  await using scene = await Scene.open({ keyring: false });
  const { home } = scene.desktop;
  scene.knowPortal({ version: 2 });
  mount(scene, home, '--bind', home);
  execFileSync('mount', ['-o', 'remount,bind,ro', home]);
  const application = await driveApplication(scene.desktop);
  await scene.tooltip(/needs its key/);
  const second = await scene.start();
  expect(await second.exited).toEqual({ code: 0, signal: null });
  const page = await application.page();
  await page.getByText(unsaved).waitFor();
  await page.getByText('The settings are from a newer version of Keepwatch').waitFor();
  expect(await page.getByText('set aside as').count()).toBe(0);
  expect(readdirSync(userData(scene.desktop))).toEqual(['settings.json']);
});

test('files that are not as they should be are used as far as possible, named in the window and kept', async () => {
  await using scene = await Scene.open();
  await (await scene.startWatching()).stop();
  const folder = userData(scene.desktop);
  const settings = readFileSync(join(folder, 'settings.json'), 'utf8');
  const watches = readFileSync(join(folder, 'portals.json'), 'utf8');
  const { portals } = parseSettings(JSON.parse(settings)).settings;
  const damaged = 'The settings file is damaged';
  const newer = 'The settings are from a newer version of Keepwatch';
  const untold = 'The record of past notifications is damaged';

  /** Starts on such files; what could be read of the settings is watched, and the window says what happened. */
  const startsOn = async (files: Record<string, string>, ...said: string[]): Promise<void> => {
    for (const [name, content] of Object.entries(files)) putFile(scene.desktop, `${name}.json`, content);
    const application = await driveApplication(scene.desktop);
    await scene.tooltip(/no backup running/);
    await (await scene.item()).clickMenu('Open Keepwatch');
    const page = await application.page();
    for (const words of said) await page.getByText(words).waitFor();
    expect(await page.getByText('was set aside as').count()).toBe(said.length);
    await application.stop();
  };
  const bad = [
    JSON.stringify({ version: 1, portals: [...portals, { id: 7 }], theme: 'system' }),
    watches.slice(0, 100),
    JSON.stringify({ version: 9, portals, theme: 'system', wings: true }),
    JSON.stringify({ portals: Object.fromEntries(portals.map(({ id }) => [id, { jobs: {} }])) }),
    settings.slice(0, 60),
  ] as const;
  await startsOn({ settings: bad[0], portals: bad[1] }, damaged, untold);
  await startsOn({ settings: bad[2], portals: bad[3] }, newer, untold);
  // As it was before versions were written: it is understood.
  await startsOn({ settings: JSON.stringify({ portals, theme: 'system' }) });

  putFile(scene.desktop, 'settings.json', bad[4]);
  const application = await driveApplication(scene.desktop);
  await (await application.page()).getByText(damaged).waitFor();
  const kept = readdirSync(folder).filter((name) => name.includes('set-aside'));
  const contents = kept.map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(contents.toSorted()).toEqual([...bad].toSorted());
});
