import { expect, test } from 'vitest';
import { waitFor } from '../support/desktop/waitFor.ts';
import { Scene } from './scene.ts';

test('a backup is started and stopped in the window, with a key that may write', async () => {
  await using scene = await Scene.open();
  const application = await scene.startWatching(scene.portal.keys.write);
  const page = await application.page();
  const button = (name: string) => page.getByRole('button', { name });
  await button('Back up now').click();
  await page
    .getByRole('group', { name: 'Back up Acme now?' })
    .getByRole('button', { name: 'Back up now' })
    .click();
  await button('Stop backup').click();
  await page
    .getByRole('group', { name: 'Stop the backup of Acme?' })
    .getByRole('button', { name: 'Stop backup' })
    .click();
  await page.getByText('The portal stops the backup.').waitFor();
  await waitFor('no backup', () => scene.portal.world.backups.current() === undefined);
  expect((await scene.notifications.nth()).summary).toBe('Acme: backup stopped');
});
