import { afterEach, expect, test } from 'vitest';
import { reach } from './host/reach.ts';
import { useHost } from './host/useHost.ts';
import { viewNames, viewOf } from './scenes/views.ts';

// What some people need: no motion, more contrast, colours of their own.
const host = useHost();

afterEach(async () => host().page.emulateMedia({ forcedColors: null, contrast: null, reducedMotion: null }));

/** What moves, and what would if it changed. */
const moving = async (): Promise<string[]> =>
  host().page.evaluate(() => [
    ...document.getAnimations().map((animation) => animation.constructor.name),
    ...[...document.querySelectorAll('*')]
      .filter((element) => getComputedStyle(element).transitionDuration !== '0s')
      .map(({ tagName, className }) => `${tagName} ${className}`),
  ]);

test('nothing moves for those who do not want it', async () => {
  await reach(host(), viewOf('four'));
  expect(await moving()).toContain('CSSAnimation');
  await host().page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await moving()).toEqual([]);
});

test('the second voice becomes the first where more contrast is wanted', async () => {
  await reach(host(), viewOf('four'));
  await host().page.emulateMedia({ contrast: 'more' });
  const colours = await host().page.evaluate(() =>
    ['body', '.quiet-lines .soft'].map(
      (place) => getComputedStyle(document.querySelector(place) ?? document.body).color,
    ),
  );
  expect(new Set(colours).size).toBe(1);
});

test.each(viewNames)('every control of %s has an edge in forced colours', async (name) => {
  await reach(host(), viewOf(name));
  await host().page.emulateMedia({ forcedColors: 'active' });
  const edges = await host().page.evaluate(() => {
    const ground = getComputedStyle(document.body).backgroundColor;
    return [...document.querySelectorAll('button, input, select')].map((control) => {
      const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(control);
      const seen = borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) >= 1;
      return seen && borderTopColor !== ground && borderTopColor !== 'rgba(0, 0, 0, 0)'
        ? 'an edge'
        : control.outerHTML;
    });
  });
  expect(new Set(edges)).toEqual(new Set(['an edge']));
});
