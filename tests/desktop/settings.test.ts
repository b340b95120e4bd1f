import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DrivenApplication } from '../support/desktop/drivenApplication.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { readJsonFile } from '../../src/main/storage/jsonFile.ts';
import { userData } from './keptFiles.ts';
import { Scene } from './scene.ts';

// The settings on the built application: what is exported, imported, paused and chosen is so, and is on the disk.

/** Whoever is asked for a file from now on chooses this one. */
async function choose({ electron }: DrivenApplication, file: string): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    Object.assign(dialog, {
      showSaveDialog: async () => ({ canceled: false, filePath: chosen }),
      showOpenDialog: async () => ({ canceled: false, filePaths: [chosen] }),
    });
  }, file);
}

test('the portal list goes out without its key and comes in waiting for one; a pause has an end', async () => {
  await using scene = await Scene.open();
  const application = await scene.startWatching();
  const page = await application.page();
  const press = async (name: string): Promise<void> => page.getByRole('button', { name }).click();
  const file = join(scene.desktop.folder, 'portals.json');
  const { origin, key } = scene.portal;

  await press('Settings');
  await choose(application, file);
  await press('Export…');
  const exported = await waitFor('the exported list', () => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return undefined;
    }
  });
  expect(JSON.parse(exported).portals).toEqual([{ name: 'Acme', address: origin }]);
  expect(exported).not.toContain(key);

  writeFileSync(file, exported.slice(0, 50));
  await press('Import…');
  await page.getByText('Nothing was changed').waitFor();
  const other = { name: 'Globex', address: 'https://globex.example' };
  const list = JSON.parse(exported);
  writeFileSync(file, JSON.stringify({ ...list, portals: [...list.portals, other] }));
  await press('Import…');
  await page.getByText('1 portal was added. Enter its key. 1 was there already.').waitFor();

  await page.getByRole('switch', { name: 'A backup finished' }).uncheck();
  await page.getByRole('combobox', { name: 'Check portals' }).selectOption('Every minute');
  await page.getByRole('button', { name: '30 minutes' }).click();
  await scene.tooltip(/^Keepwatch: watching is paused until (tomorrow, )?\d\d:\d\d$/);
  const settings = readJsonFile(userData(scene.desktop), 'settings');
  expect(settings).toMatchObject({ silenced: ['finished'], polling: 'minute' });
  expect(settings).toHaveProperty('pausedUntil', expect.any(Number));
  await press('Resume watching');
  await press('Back');
  await scene.tooltip(/Globex: needs its key/);
  await page.getByRole('listitem', { name: 'Globex' }).getByText('Needs its key').waitFor();
});
