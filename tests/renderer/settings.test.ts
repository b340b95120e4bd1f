import { expect, test } from 'vitest';
import { handsOn } from './hands.ts';
import { itemOf } from './host/reach.ts';
import { useHost } from './host/useHost.ts';
import { viewOf } from './scenes/views.ts';

// What the settings tell the main process, to the letter.

const host = useHost();
const { open, click } = handsOn(host);

test('the settings', async () => {
  await open(viewOf('settings'));
  const { page } = host();
  await page.getByRole('switch', { name: 'Start at login' }).check();
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  await page.getByRole('switch', { name: 'A backup finished' }).uncheck();
  await page.getByRole('combobox', { name: 'Check portals' }).selectOption('Every 30 s');
  await click('Rename', 'Nordlicht Verlag');
  await page.getByRole('textbox', { name: 'Portal name' }).fill('Nordlicht');
  await click('Save');
  await click('Export…');
  await click('Import…');
  await click('Save diagnostics…');
  await click('Quit');
  expect(await host().sent()).toEqual([
    ['setStartAtLogin', { on: true }],
    ['dispatch', { type: 'theme', theme: 'dark' }],
    ['dispatch', { type: 'notifyOf', kind: 'finished', on: false }],
    ['dispatch', { type: 'polling', polling: 'halfMinute' }],
    ['dispatch', { type: 'rename', portal: 'nordlicht', name: 'Nordlicht' }],
    ['exportPortals', {}],
    ['importPortals', {}],
    ['saveDiagnostics', {}],
    ['quit', {}],
  ]);
});

test('a pause with and without an end, and resuming', async () => {
  await open(viewOf('settings'));
  await click('30 minutes');
  await click('Until tomorrow');
  await click('Until resumed');
  expect(await host().sent()).toEqual([
    ['dispatch', { type: 'pausedBriefly' }],
    ['dispatch', { type: 'paused', until: Date.parse('2026-05-15T08:00Z') }],
    ['dispatch', { type: 'paused', until: Infinity }],
  ]);
  await open(viewOf('settings-paused'));
  await click('Resume watching');
  expect(await host().sent()).toEqual([['dispatch', { type: 'resumed' }]]);
});

test('an age to warn of, and a certificate that is trusted no more', async () => {
  const { page } = host();
  await open(viewOf('settings-trusted'));
  const age = page.getByRole('combobox', { name: 'Warn when the last finished backup is older than' });
  expect(await age.inputValue()).toBe('7');
  await age.selectOption('3 days');
  await age.selectOption('Never warn');
  await click('Stop trusting', 'Workshop');
  await click('View certificate', 'Workshop');
  expect(await host().sent()).toEqual([
    ['dispatch', { type: 'warnAfter', portal: 'workshop', days: 3 }],
    ['dispatch', { type: 'warnAfter', portal: 'workshop', days: null }],
    ['dispatch', { type: 'distrust', portal: 'workshop' }],
    ['dispatch', { type: 'certificateOpened', portal: 'workshop' }],
  ]);
});

test('the whole server, in the settings and when it is connected', async () => {
  const { page } = host();
  const server = { name: 'Watch the whole server too' };
  await open(viewOf('settings-standalone'));
  await itemOf(page, 'Kestrel Legal').getByRole('switch', server).check();
  await itemOf(page, 'Acme Documents').getByRole('switch', server).uncheck();
  expect(await host().sent()).toEqual([
    ['dispatch', { type: 'watchServer', portal: 'kestrel', on: true }],
    ['dispatch', { type: 'watchServer', portal: 'acme', on: false }],
  ]);
  await open(viewOf('add-standalone'));
  await page.getByRole('switch', server).check();
  expect(await host().sent()).toEqual([['dispatch', { type: 'watchServer', portal: 'acme', on: true }]]);
});
