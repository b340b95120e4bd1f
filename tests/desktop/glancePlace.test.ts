import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Place } from '../support/desktop/region.ts';
import { Screen } from '../support/desktop/screen.ts';
import { hasTwoScreens, openTwoScreens } from '../support/desktop/twoScreens.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { Scene } from './scene.ts';

const title = '^Keepwatch$';
/** A click on the icon within this after another one is half of a double click. */
const longestDoubleClick = 500;
const thickness = 60;

/** Where the icon is in a panel at an edge of the screen, and what the panel leaves: left, top, width, height. */
const panels = [
  ['top', { x: 1800, y: 30 }, [0, thickness, 1920, 1080 - thickness]],
  ['bottom', { x: 1800, y: 1050 }, [0, 0, 1920, 1080 - thickness]],
  ['left', { x: 30, y: 900 }, [thickness, 0, 1920 - thickness, 1080]],
  ['right', { x: 1890, y: 540 }, [0, 0, 1920 - thickness, 1080]],
] as const;

/** Where the icon is on the first and on the second of two screens, and what that screen has. */
const corners = [
  ['the second, above', { x: 3600, y: 10 }, [1920, 0, 1920, 1080]],
  ['the first, below', { x: 1800, y: 1070 }, [0, 0, 1920, 1080]],
  ['the second, at the left', { x: 1930, y: 1070 }, [1920, 0, 1920, 1080]],
] as const;

type Case = readonly [name: string, icon: Place, area: readonly [number, number, number, number]];

/** Clicks the icon, and says whether the glance window is whole within an area and next to the icon; closes it again. */
async function glance(
  scene: Scene,
  icon: Place,
  [left, top, areaWidth, areaHeight]: Case[2],
): Promise<unknown> {
  const item = await scene.item();
  const screen = new Screen(scene.desktop);
  // Nothing tells the application that the pointer moves: it has no window there.
  await screen.hover(icon);
  await pause(longestDoubleClick + 100);
  await item.activate(icon.x, icon.y);
  const { x, y, width, height } = await screen.window(title);
  await pause(longestDoubleClick + 100);
  await item.activate(icon.x, icon.y);
  await waitFor('no window', async () => !(await scene.showsWindow()));
  const away = Math.max(x - icon.x, icon.x - x - width, y - icon.y, icon.y - y - height);
  return {
    whole: x >= left && y >= top && x + width <= left + areaWidth && y + height <= top + areaHeight,
    beside: away > 0 && away <= thickness,
  };
}

async function start(scene: Scene, scale: number): Promise<void> {
  scene.knowPortal();
  await scene.start({ args: [`--force-device-scale-factor=${scale}`] });
}

test.each([1, 2])(
  'at a scale of %d the glance window opens at the icon that was clicked, with the panel at any edge',
  async (scale) => {
    await using scene = await Scene.open({ desktop: { size: '1920x1080' } });
    await start(scene, scale);
    for (const [edge, icon, area] of panels) {
      // As window managers say it.
      await scene.desktop.run(
        'xprop',
        '-root',
        '-f',
        '_NET_WORKAREA',
        '32c',
        '-set',
        '_NET_WORKAREA',
        area.join(),
      );
      expect({ edge, ...Object(await glance(scene, icon, area)) }).toEqual({
        edge,
        whole: true,
        beside: true,
      });
    }
  },
);

test.runIf(hasTwoScreens)('it opens at the icon, on whichever of two screens that is', async () => {
  await using scene = await Scene.open();
  await openTwoScreens(scene.desktop);
  await start(scene, 2);
  for (const [place, icon, area] of corners)
    expect({ place, ...Object(await glance(scene, icon, area)) }).toEqual({
      place,
      whole: true,
      beside: true,
    });
});
