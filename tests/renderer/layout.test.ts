import { expect, test } from 'vitest';
import { misfits, sizes } from './host/layout.ts';
import { reach } from './host/reach.ts';
import { useHost } from './host/useHost.ts';
import { pseudoView } from './scenes/pseudo.ts';
import { type View, viewNames, viewOf } from './scenes/views.ts';

// Nothing is cut, nothing lies upon anything, nothing has to be scrolled sideways.
const host = useHost();

/** A tenth wider than the other. */
const wider = 'Noto Sans';
const fonts = ['Inter', wider];

async function misfitsOf(view: View, fonts: readonly string[]): Promise<string[]> {
  await reach(host(), view);
  const found: string[] = [];
  for (const [size, font] of sizes.flatMap((size) => fonts.map((font) => [size, font] as const))) {
    await host().page.setViewportSize(size);
    await host().page.evaluate((font) => (document.body.style.fontFamily = font), font);
    found.push(...(await misfits(host().page)).map((misfit) => `${font}, ${size.width} wide: ${misfit}`));
  }
  return found;
}

test.each(viewNames)('%s', async (name) => {
  expect(await misfitsOf(viewOf(name), fonts)).toEqual([]);
});

test.each(viewNames)('%s, right to left and two fifths longer', async (name) => {
  expect(await misfitsOf(pseudoView(viewOf(name)), [wider])).toEqual([]);
});

test.each(viewNames.filter((name) => /^one(?!-unencrypted)/.test(name)))(
  '%s: a portal alone is seen whole, as the window opens',
  async (name) => {
    await reach(host(), viewOf(name));
    await host().page.setViewportSize({ width: 400, height: 560 });
    const room = host().page.locator('.middle');
    const [whole, seen] = await room.evaluate(({ scrollHeight, clientHeight }) => [
      scrollHeight,
      clientHeight,
    ]);
    expect(whole).toBeLessThanOrEqual(seen ?? 0);
  },
);
