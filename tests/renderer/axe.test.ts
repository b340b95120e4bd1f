import { expect, test } from 'vitest';
import { violations } from './host/axe.ts';
import { reach } from './host/reach.ts';
import { useHost } from './host/useHost.ts';
import { viewNames, viewOf } from './scenes/views.ts';

// Every rule of axe, contrast of colours included, in every view, light and dark.
const host = useHost();

test.each(viewNames)('%s', async (name) => {
  const { page } = host();
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await reach(host(), viewOf(name));
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  // Nothing else changes with the theme.
  expect(await violations(page, ['color-contrast'])).toEqual([]);
});
