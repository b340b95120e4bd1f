/** A point on the screen. */
export type Place = { x: number; y: number };

/** A rectangle on the screen. */
export type Region = Place & { width: number; height: number };

/** The middle of a region: where one would click it. */
export function centre({ x, y, width, height }: Region): Place {
  return { x: x + Math.floor(width / 2), y: y + Math.floor(height / 2) };
}

/** A region with as much around it on every side. */
export function around({ x, y, width, height }: Region, margin: number): Region {
  const [left, top] = [Math.max(0, x - margin), Math.max(0, y - margin)];
  return { x: left, y: top, width: x + width + margin - left, height: y + height + margin - top };
}
