import { expect, test } from 'vitest';
import { handsOn } from './hands.ts';
import { itemOf } from './host/reach.ts';
import { useHost } from './host/useHost.ts';
import { oneSaved } from './scenes/saving.ts';
import { type ViewName, viewOf } from './scenes/views.ts';

// Saving archives: what the window says of it, what its buttons tell, and where the focus stays.

const host = useHost();
const { open, click, tabTo, press, focus } = handsOn(host);

const backup = { scope: 'portal', job: 'task 1' };

test.each<[ViewName, string, object]>([
  ['two-damaged', 'Save archive', { type: 'saveArchive', portal: 'acme', backup }],
  ['two-saving', 'Stop saving', { type: 'stopSaving', portal: 'acme', backup }],
  ['one-saving', 'Stop saving', { type: 'stopSaving', portal: 'acme', backup }],
  ['two-hindered', 'Try again', { type: 'retrySaving', portal: 'acme' }],
  ['one-saved', 'Show in folder', { type: 'showArchive', portal: 'acme', backup }],
])('%s: "%s" says which archive it means', async (view, button, event) => {
  await open(viewOf(view));
  await click(button, 'Acme Documents');
  expect(await host().sent()).toEqual([['dispatch', event]]);
});

test('how far it is can be heard as well', async () => {
  await open(viewOf('two-saving'));
  const bar = itemOf(host().page, 'Acme Documents').getByRole('progressbar', { name: 'Saving progress' });
  expect(await bar.getAttribute('aria-valuenow')).toBe('47');
  expect(await bar.getAttribute('aria-valuetext')).toBe('Saving archive, 47 %');
});

test('the focus stays in the row when what it was on is over', async () => {
  await open(viewOf('one-saving'));
  await tabTo('Stop saving of Acme Documents');
  await host().show(oneSaved());
  expect(await focus()).toBe('History of Acme Documents');
  await press('Shift+Tab');
  expect(await focus()).not.toBe('nothing');
});

test('whether every finished backup is saved, how many are kept, and where', async () => {
  await open(viewOf('settings-saving'));
  const item = itemOf(host().page, 'Nordlicht Verlag');
  const every = item.getByRole('combobox', { name: 'Save every finished backup to a folder' });
  expect(await every.inputValue()).toBe('7');
  await every.selectOption('Keep the newest');
  await every.selectOption('Keep all');
  await every.selectOption('Off');
  await click('Choose folder…', 'Nordlicht Verlag');
  expect(await host().sent()).toEqual([
    ['dispatch', { type: 'saveEvery', portal: 'nordlicht', keep: 1 }],
    ['dispatch', { type: 'saveEvery', portal: 'nordlicht', keep: 'all' }],
    ['dispatch', { type: 'saveEvery', portal: 'nordlicht', keep: 'off' }],
    ['dispatch', { type: 'chooseFolder', portal: 'nordlicht' }],
  ]);
});
