import { expect, test } from 'vitest';
import { handsOn } from './hands.ts';
import type { Sent } from './host/controls.ts';
import { useHost } from './host/useHost.ts';
import { type ViewName, viewOf } from './scenes/views.ts';

// Starting and stopping backups, and what that tells the main process.

const host = useHost();
const { open, click } = handsOn(host);

test.each<[ViewName, string, Sent]>([
  [
    'one-start',
    'Back up now',
    ['dispatch', { type: 'startBackup', portal: 'acme', scope: 'portal', storage: 'temporary' }],
  ],
  [
    'two-stop',
    'Stop backup',
    ['dispatch', { type: 'stopBackup', portal: 'nordlicht', backup: { scope: 'portal', job: 'task 1' } }],
  ],
])('%s: "%s" is answered once, and its question closes', async (view, answer, sent) => {
  await open(viewOf(view));
  await click(answer);
  expect(await host().sent()).toEqual([sent, ['hold', { held: false }]]);
});

test('a backup is started to where it was chosen to go', async () => {
  await open(viewOf('one-start'));
  await host().page.getByLabel('To').selectOption('As scheduled backups: an object storage');
  await click('Back up now');
  expect((await host().sent())[0]).toEqual([
    'dispatch',
    { type: 'startBackup', portal: 'acme', scope: 'portal', storage: 'scheduled' },
  ]);
});

test('a storage that is not offered is chosen on the portal’s own page', async () => {
  await open(viewOf('one-start'));
  await host().page.getByLabel('To').selectOption('A room or another storage: on the portal’s page');
  await click('Open backup page');
  expect(await host().sent()).toEqual([
    ['dispatch', { type: 'openPage', portal: 'acme', backup: null }],
    ['hold', { held: false }],
  ]);
});
