import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startEmbeddedTray } from '../support/desktop/embeddedTray.ts';
import { centre } from '../support/desktop/region.ts';
import { Screen } from '../support/desktop/screen.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { Scene } from './scene.ts';

/** After this the window would say that there is no tray. */
const longestTrayWait = 5000;

test('a tray that embeds X11 windows is a tray: no window at a later start, and a click on the icon opens one', async () => {
  await using scene = await Scene.open({ host: false });
  await startEmbeddedTray(scene.desktop);
  await (await scene.startWatching()).stop();
  await scene.start();
  const screen = new Screen(scene.desktop);
  const icon = await waitFor('the icon', async () => (await screen.windows('class', '^[Ee]lectron$'))[0]);
  await pause(longestTrayWait + 1000);
  expect(await scene.hasWindow()).toBe(false);
  await screen.click(centre(icon));
  await waitFor('the window', async () => scene.showsWindow());
});
