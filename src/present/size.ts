import type { Words } from './i18n/i18n.ts';

const units = ['size.bytes', 'size.kilo', 'size.mega', 'size.giga', 'size.tera'] as const;

/** A size in bytes, with two or three figures: "850 kB", "4.2 GB". Decimal, as disks and networks are sold. */
export function sizePhrase(bytes: number, { say }: Words): string {
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  // What rounds up to a thousand is one of the next unit.
  const rounded = round(bytes / 1000 ** power);
  const next = units[power + 1];
  if (rounded >= 1000 && next !== undefined) return say(next, { size: 1 });
  return say(units[power] ?? 'size.bytes', { size: rounded });
}

function round(size: number): number {
  return size < 10 ? Math.round(size * 10) / 10 : Math.round(size);
}
