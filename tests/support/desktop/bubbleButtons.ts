import type { Pixmap } from './pixmap.ts';
import type { Region } from './region.ts';

// As panelHome/.themes says: nothing else in a notification has this colour.
const colour = [238, 242, 241];

/** Where the buttons lie in a picture of a notification, from left to right: there is no other way to ask. */
export function findButtons(bubble: Pixmap): Region[] {
  const rows = range(bubble.height).filter((y) => range(bubble.width).some((x) => isButton(bubble, x, y)));
  const [top, bottom] = [rows[0], rows.at(-1)];
  if (top === undefined || bottom === undefined) return [];
  const columns = range(bubble.width).filter((x) => rows.some((y) => isButton(bubble, x, y)));
  const starts = columns.filter((x) => !columns.includes(x - 1));
  const ends = columns.filter((x) => !columns.includes(x + 1));
  return starts.map((x, at) => ({ x, y: top, width: (ends[at] ?? x) - x + 1, height: bottom - top + 1 }));
}

function isButton({ width, rgba }: Pixmap, x: number, y: number): boolean {
  return colour.every((value, part) => rgba[(y * width + x) * 4 + part] === value);
}

function range(length: number): number[] {
  return Array.from({ length }, (_, at) => at);
}
