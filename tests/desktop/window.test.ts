import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { driveApplication } from '../support/desktop/drivenApplication.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { Scene } from './scene.ts';

const failing = { ending: { how: 'fails', at: 37, error: 'Disk full.' } } as const;

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** All that lies in the application's folder, as a thief of the disk reads it. */
function contents(scene: Scene): string {
  const folder = path.join(scene.desktop.home, 'user-data');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

test('what can be done with a portal is done: its pages, its name, its key, a look, and a pause', async () => {
  await using scene = await Scene.open();
  const page = await (await scene.startWatching()).page();
  const { portal, browser } = scene;

  portal.startBackup(failing);
  portal.clock.pass(60_000);
  const before = scene.looks();
  await press(page, 'Check now');
  await waitFor('a look at the portal', () => scene.looks() > before);
  await page.getByText('Disk full.').waitFor();
  await press(page, 'Open backup page');
  expect(await browser.address()).toBe(`${portal.origin}/portal-settings/backup/data-backup`);

  await press(page, 'Settings');
  await press(page, 'Open portal');
  expect(await browser.address(1)).toBe(`${portal.origin}/`);
  await press(page, 'Rename');
  await page.getByRole('textbox', { name: 'Portal name' }).fill('Our portal');
  await page.keyboard.press('Enter');
  expect(await scene.tooltip(/Our portal/)).toBe('Our portal: backup failed');

  await press(page, 'Change key');
  await page.getByRole('textbox', { name: 'API key' }).fill(portal.keys.owner);
  await press(page, 'Connect');
  await page.getByText('Our portal has its new key').waitFor();
  await press(page, 'Done');
  await press(page, 'Back');
  const asked = portal.requests.length;
  await press(page, 'Check now');
  await waitFor('a look with the new key', () =>
    portal.requests.slice(asked).some(({ authorization }) => authorization === `Bearer ${portal.keys.owner}`),
  );

  await press(page, 'Pause watching');
  await scene.tooltip(/^Keepwatch: watching is paused$/);
  const paused = scene.looks();
  await press(page, 'Check now');
  await press(page, 'Resume watching');
  await scene.tooltip(/backup failed/);
  await waitFor('a look after resuming', () => scene.looks() > paused);
});

test('a portal is removed only after a yes, and then nothing of it is left, on disk or in memory', async () => {
  await using scene = await Scene.open();
  const application = await scene.startWatching();
  const page = await application.page();
  scene.portal.startBackup(failing);
  scene.portal.clock.pass(60_000);
  await scene.checkNow();
  await scene.tooltip(/failed/);
  const { host } = new URL(scene.portal.origin);
  const traces = [host, 'Acme', 'Disk full.'];
  await waitFor('its traces', () => traces.every((trace) => contents(scene).includes(trace)));
  const keys = path.join(scene.desktop.home, 'user-data', 'keys.json');
  expect(Object.keys(JSON.parse(readFileSync(keys, 'utf8')).keys)).toHaveLength(1);

  await press(page, 'Remove');
  await press(page, 'Keep');
  await page.getByRole('listitem', { name: 'Acme' }).waitFor();
  await press(page, 'Remove');
  await page.getByRole('group', { name: 'Remove Acme?' }).getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('heading', { name: 'Nothing to watch yet' }).waitFor();
  await waitFor('nothing left', () => traces.every((trace) => !contents(scene).includes(trace)));
  expect(JSON.parse(readFileSync(keys, 'utf8')).keys).toEqual({});

  // Not in memory either: as a new portal, its old backup is shown and not announced.
  const announced = scene.notifications.asked.length;
  await application.stop();
  await scene.startWatching();
  await scene.tooltip(/failed/);
  await scene.checkNow();
  expect(scene.notifications.asked).toHaveLength(announced);
});

test('a window that closes over its form gives up what it was connecting', async () => {
  await using scene = await Scene.open();
  const { portal } = scene;
  const application = await driveApplication(scene.desktop);
  const page = await application.page();
  const waiting: Array<() => void> = [];
  portal.misbehave(
    { name: 'takes its time', meet: ({ honest, send }) => waiting.push(() => send(honest())) },
    { path: 'getbackupprogress' },
  );
  await press(page, 'Add portal');
  await page.getByRole('textbox', { name: 'Portal address' }).fill(portal.origin);
  await page.getByRole('textbox', { name: 'API key' }).fill(portal.key);
  await press(page, 'Connect');
  await waitFor('the last question', () => waiting.length > 0);
  await page.close();
  await waitFor('no window', () => application.openPages().length === 0);
  for (const answer of waiting) answer();

  await (await scene.item()).clickMenu('Open Keepwatch');
  const next = await application.page();
  await next.getByRole('heading', { name: 'Nothing to watch yet' }).waitFor();
  await press(next, 'Add portal');
  expect(await next.getByRole('textbox', { name: 'API key' }).inputValue()).toBe('');
  await next.getByRole('button', { name: 'Connect', exact: true }).waitFor();
});

test('the window from the tray has no frame and draws its own edge', async () => {
  await using scene = await Scene.open();
  const first = await scene.startWatching();
  const edge = async (page: Page): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.body, '::after').borderTopStyle);
  expect(await edge(await first.page())).toBe('none');
  await first.stop();
  const application = await driveApplication(scene.desktop);
  await (await scene.item()).activate();
  expect(await edge(await application.page())).toBe('solid');
});
