import { expect, test } from 'vitest';
import { ScreenReader } from '../support/desktop/screenReader.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { Scene } from './scene.ts';

/** What a screen reader must be able to say of the first window. */
const parts = ['frame: Keepwatch', 'heading: Nothing to watch yet', 'push button: Add portal'];

test.each(['before', 'after'])(
  'with a screen reader that is switched on %s the start, the window has roles and names',
  async (moment) => {
    await using scene = await Scene.open();
    const reader = await ScreenReader.open(scene.desktop);
    // Chromium looks at this once, at its start: where it is off then, its windows are never heard.
    await reader.enable();
    if (moment === 'before') await reader.use(true);
    await scene.start();
    await waitFor('the window', async () => scene.showsWindow());
    if (moment === 'after') await reader.use(true);
    let heard: string[] = [];
    await waitFor(
      () => `its parts (heard: ${heard.join(', ')})`,
      async () => {
        heard = await reader.parts();
        return parts.every((part) => heard.includes(part));
      },
    );
    expect(heard).toEqual(expect.arrayContaining(parts));
  },
);
