import { assert, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { fitting, type Point, positionNear, type Rectangle } from '../../../src/main/window/position.ts';

const wanted = { width: 400, height: 560 };

test('is below the icon where there is room, above it otherwise', () => {
  const area = { x: 0, y: 30, width: 1920, height: 1050 };
  expect(positionNear({ x: 1500, y: 15 }, wanted, area)).toEqual({ x: 1300, y: 38 });
  expect(positionNear({ x: 1500, y: 1070 }, wanted, area)).toEqual({ x: 1300, y: 502 });
  expect(positionNear({ x: 1915, y: 15 }, wanted, area)).toEqual({ x: 1512, y: 38 });
});

test('is whole within the work area, wherever the pointer is and whichever screen it is on', () => {
  const at = { min: -10_000, max: 10_000 };
  assert(
    property(
      record({ x: integer(at), y: integer(at) }),
      record({
        x: integer(at),
        y: integer(at),
        width: integer({ min: 200, max: 8000 }),
        height: integer({ min: 200, max: 5000 }),
      }),
      (point, area) => {
        const size = fitting(wanted, area);
        const { x, y } = positionNear(point, size, area);
        expect(x).toBeGreaterThanOrEqual(area.x);
        expect(y).toBeGreaterThanOrEqual(area.y);
        expect(x + size.width).toBeLessThanOrEqual(area.x + area.width);
        expect(y + size.height).toBeLessThanOrEqual(area.y + area.height);
      },
    ),
  );
});

test.each([
  ['1920 x 1080', { width: 1920, height: 1053 }, wanted],
  ['1366 x 768 at 150 %', { width: 911, height: 480 }, { width: 400, height: 464 }],
  ['a narrow one', { width: 320, height: 800 }, { width: 304, height: 560 }],
])('is as large as fits on %s', (_what, area, expected) => {
  expect(fitting(wanted, area)).toEqual(expected);
});

/** Where the icon is in a panel of 40 pixels at an edge of a screen, and what the panel leaves of it. */
const panels = {
  top: ({ x, y, width, height }) => [
    { x: x + width - 90, y: y + 20 },
    { x, y: y + 40, width, height: height - 40 },
  ],
  bottom: ({ x, y, width, height }) => [
    { x: x + width - 90, y: y + height - 20 },
    { x, y, width, height: height - 40 },
  ],
  left: ({ x, y, width, height }) => [
    { x: x + 20, y: y + height - 90 },
    { x: x + 40, y, width: width - 40, height },
  ],
  right: ({ x, y, width, height }) => [
    { x: x + width - 20, y: y + height / 2 },
    { x, y, width: width - 40, height },
  ],
} satisfies Record<string, (screen: Rectangle) => [icon: Point, area: Rectangle]>;

const screens = {
  'the only screen': { x: 0, y: 0, width: 1920, height: 1080 },
  'a small screen': { x: 0, y: 0, width: 1366, height: 768 },
  'a screen on the right': { x: 1920, y: 0, width: 2560, height: 1440 },
  'a screen on the left': { x: -1920, y: 200, width: 1920, height: 1080 },
  'a screen above': { x: 0, y: -1080, width: 1920, height: 1080 },
} satisfies Record<string, Rectangle>;

/** A screen as it is at a scale: places and sizes are in units that are that many pixels wide. */
function scaled({ x, y, width, height }: Rectangle, scale: number): Rectangle {
  return { x: x / scale, y: y / scale, width: width / scale, height: height / scale };
}

const cases = [1, 1.5, 2].flatMap((scale) =>
  Object.entries(screens).flatMap(([name, screen]) =>
    Object.entries(panels).map(([edge, panel]) => ({ edge, name, scale, screen, panel })),
  ),
);

test.each(cases)(
  'with a panel at the $edge of $name, at a scale of $scale, it is next to the icon and does not cover it',
  ({ scale, screen, panel }) => {
    const whole = scaled(screen, scale);
    const [icon, area] = panel(whole);
    // On a second screen of X11 Electron does not know what the panel leaves: all of it is the work area.
    for (const within of [area, whole]) {
      const size = fitting(wanted, within);
      const { x, y } = positionNear(icon, size, within);
      const [right, bottom] = [x + size.width, y + size.height];
      expect([x >= within.x, y >= within.y]).toEqual([true, true]);
      expect([right <= within.x + within.width, bottom <= within.y + within.height]).toEqual([true, true]);
      const away = Math.max(x - icon.x, icon.x - right, y - icon.y, icon.y - bottom);
      expect(away).toBeGreaterThan(0);
      expect(away).toBeLessThanOrEqual(40);
    }
  },
);
