import { describe, expect, test } from 'vitest';
import { renderColourSet } from '../../../scripts/icons/sets.ts';
import { type Pixmap, readPixmap } from '../../support/desktop/pixmap.ts';

// WCAG 2.2, 1.4.11: what a sign is made of differs from its ground by at least 3:1. No application knows the colour of
// the panel that its icon lies on, so this must be so on every one.
const least = 3;
const panels = ['#ffffff', '#f2f2f2', '#dddddd', '#bbbbbb', '#888888', '#6f6f6f', '#555555', '#3c3c3c'];
const tinted = ['#2980b9', '#31363b', '#2b2b2b', '#111111', '#000000', '#b22222', '#3b8132', '#e0c068'];

const frames = await Promise.all(
  (await renderColourSet()).map(async ({ fileName, source }) => ({
    name: fileName,
    picture: await readPixmap(source),
  })),
);

describe.each([...panels, ...tinted])('on a panel of %s', (panel) => {
  const ground = readColour(panel);

  test('every edge of every frame can be told from the panel', () => {
    const lost = frames.map(({ name, picture }) => ({ name, pixels: lostPixels(picture, ground) }));
    expect(lost.filter(({ pixels }) => pixels > 0)).toEqual([]);
  });

  test('frames of different states differ', () => {
    const ofOneSize = frames.filter(({ name }) => name.startsWith('tray/colour/22/') && name.includes('@2x'));
    const states = ofOneSize.filter(({ name }) => !name.includes('running') || name.includes('running-45'));
    expect(states).toHaveLength(8);
    const seen = states.map(({ picture }) => distinct(picture, ground));
    for (const [at, one] of seen.entries()) {
      for (const other of seen.slice(at + 1)) expect(differing(one, other)).toBeGreaterThan(40);
    }
  });
});

/** How many pixels on the edge of what is drawn have nothing near them that differs enough from the ground. */
function lostPixels(picture: Pixmap, ground: Colour): number {
  const { width, height, rgba } = picture;
  const isSeen = distinct(picture, ground);
  const isSolid = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && (rgba[(y * width + x) * 4 + 3] ?? 0) >= 192;
  const isEdge = (x: number, y: number): boolean =>
    isSolid(x, y) && !(isSolid(x - 1, y) && isSolid(x + 1, y) && isSolid(x, y - 1) && isSolid(x, y + 1));
  // The outline's width, and one pixel that is half outline and half shape.
  const reach = Math.ceil(width / 24) + 1;
  const steps = Array.from({ length: 2 * reach + 1 }, (_, step) => step - reach);
  const isNearSeen = (x: number, y: number): boolean =>
    steps.some((dy) => steps.some((dx) => isSolid(x + dx, y + dy) && isSeen[(y + dy) * width + x + dx]));
  const all = Array.from(isSeen, (_, at) => [at % width, Math.floor(at / width)] as const);
  return all.filter(([x, y]) => isEdge(x, y) && !isNearSeen(x, y)).length;
}

/** Which pixels of a picture on a ground differ enough from it. */
function distinct({ width, height, rgba }: Pixmap, ground: Colour): boolean[] {
  return Array.from({ length: width * height }, (_, at) => {
    const alpha = (rgba[at * 4 + 3] ?? 0) / 255;
    const part = (of: 0 | 1 | 2): number => (rgba[at * 4 + of] ?? 0) * alpha + ground[of] * (1 - alpha);
    return contrast([part(0), part(1), part(2)], ground) >= least;
  });
}

function differing(one: boolean[], other: boolean[]): number {
  return one.filter((seen, at) => seen !== other[at]).length;
}

type Colour = readonly [number, number, number];

function readColour(text: string): Colour {
  const number = Number.parseInt(text.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance, as WCAG defines it. */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
