import { expect, test } from 'vitest';
import { focusedName } from './host/focus.ts';
import { reach } from './host/reach.ts';
import { useHost } from './host/useHost.ts';
import { viewOf } from './scenes/views.ts';

const host = useHost();

test('what cannot be drawn shows that it cannot, and the window recovers', async () => {
  const { page } = host();
  await reach(host(), viewOf('error'));
  expect(await page.getByRole('alert').textContent()).toContain('This window stopped working');
  expect(await focusedName(page)).toBe('Reload window');
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: 'Portals' }).waitFor();
  expect(await page.getByRole('listitem').count()).toBe(3);
  expect(await focusedName(page)).not.toBe('nothing');
});

test('it can fail again, and in any view', async () => {
  const { page } = host();
  await reach(host(), viewOf('settings'));
  for (let time = 0; time < 2; time++) {
    await host().push({ ...viewOf('settings').first, settings: null, revision: 0 });
    await page.getByRole('button', { name: 'Reload window' }).click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
  }
  expect(await page.getByRole('alert').count()).toBe(0);
});
