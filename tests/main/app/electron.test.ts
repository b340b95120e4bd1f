import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readJsonFile } from '../../../src/main/storage/jsonFile.ts';
import { Desktop } from '../../support/desktop/desktop.ts';
import { startApplication } from '../../support/desktop/application.ts';
import { StatusNotifierHost } from '../../support/desktop/statusNotifierHost.ts';
import { inElectron } from '../../support/electron/inElectron.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';

const scripts = join(import.meta.dirname, '..', '..', 'support', 'electron');

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s lets Keepwatch quit, and not just end',
  async (signal) => {
    const folder = temporaryFolder();
    await using desktop = await Desktop.open();
    const electron = await startApplication(desktop, {
      project: join(scripts, 'entry.mjs'),
      args: [join(scripts, 'ends.ts'), folder],
    });
    const ready = await electron.until('its first word', () => /^ready (.*)$/m.exec(electron.stdout)?.[1]);
    // electron-store opens a channel of its own, which tells where it keeps its files; electron-log would open another.
    expect(JSON.parse(ready)).toEqual({ saved: true, channels: ['error', 'electron-store-get-data'] });
    electron.kill(signal);
    expect(await electron.exited).toEqual({ code: 0, signal: null });
    expect(electron.stdout).toContain('"asked to quit"');
    expect(readJsonFile(folder, 'settings')).toEqual({ number: 1 });
    expect(readFileSync(join(folder, 'keepwatch.log'), 'utf8')).toContain('started');
  },
);

test('names of portals stand in the menu as they are', async () => {
  const names = ['R&D && Co', 'under_score __ x', 'plain'];
  await using desktop = await Desktop.open();
  const host = await StatusNotifierHost.open(desktop);
  const shown = inElectron('trays.ts', names, { desktop });
  const item = await host.tray.item();
  await expect.poll(async () => item.menuWords()).toEqual(names);
  expect(await item.tooltip()).toBe(names.join(' '));
  await item.clickMenu('plain');
  expect(await shown).toEqual({ type: 'openWindow' });
});
