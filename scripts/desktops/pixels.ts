import type { Pixmap } from '../../tests/support/desktop/pixmap.ts';
import type { Region } from '../../tests/support/desktop/region.ts';

/** The accent of the tray's frames: no panel has it. */
const accent = [0x5c, 0xc8, 0xc3] as const;

/** Where a tray frame with the accent is, within a region of the screen; undefined when it is not there. */
export function findAccent(screen: Pixmap, within: Region): Region | undefined {
  const isAccent = (at: number): boolean =>
    accent.every((value, part) => Math.abs((screen.rgba[at * 4 + part] ?? 0) - value) <= 14);
  const found = boundsOf(screen, within, isAccent);
  return found && found.width >= 4 && found.height >= 4 ? found : undefined;
}

/** What has changed between two pictures of the screen, outside the panel; undefined when it is little. */
export function findChange(before: Pixmap, after: Pixmap, panel: Region): Region | undefined {
  const isChanged = (at: number): boolean =>
    !isWithin(panel, at % after.width, Math.floor(at / after.width)) &&
    [0, 1, 2].some(
      (part) => Math.abs((before.rgba[at * 4 + part] ?? 0) - (after.rgba[at * 4 + part] ?? 0)) > 24,
    );
  const all = { x: 0, y: 0, width: after.width, height: after.height };
  const found = boundsOf(after, all, isChanged);
  return found && found.width >= 24 && found.height >= 12 ? found : undefined;
}

function boundsOf(
  { width, height }: Pixmap,
  within: Region,
  counts: (at: number) => boolean,
): Region | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
  for (let y = within.y; y < Math.min(height, within.y + within.height); y += 1) {
    for (let x = within.x; x < Math.min(width, within.x + within.width); x += 1) {
      if (!counts(y * width + x)) continue;
      [left, top, right, bottom] = [
        Math.min(left, x),
        Math.min(top, y),
        Math.max(right, x),
        Math.max(bottom, y),
      ];
    }
  }
  return right < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

function isWithin(region: Region, x: number, y: number): boolean {
  return x >= region.x && y >= region.y && x < region.x + region.width && y < region.y + region.height;
}
