export type Point = { x: number; y: number };
export type Size = { width: number; height: number };
export type Rectangle = Point & Size;

const gap = 8;

/** The size of a window, or as much of it as fits whole within a work area: 1366 x 768 at 150 % is 512 high. */
export function fitting(size: Size, area: Size): Size {
  return {
    width: Math.min(size.width, area.width - 2 * gap),
    height: Math.min(size.height, area.height - 2 * gap),
  };
}

/**
 * Where a window of a size goes so that it is near a point (the tray icon that was just clicked) and whole within the
 * work area: under the point where there is room, above it otherwise.
 */
export function positionNear(point: Point, size: Size, area: Rectangle): Point {
  const bottom = area.y + area.height;
  const below = point.y + gap;
  const y = below + size.height <= bottom ? below : point.y - gap - size.height;
  const x = point.x - Math.round(size.width / 2);
  return {
    x: clamp(x, area.x + gap, area.x + area.width - gap - size.width),
    y: clamp(y, area.y + gap, bottom - gap - size.height),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
