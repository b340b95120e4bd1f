export type Point = { x: number; y: number };
type Size = { width: number; height: number };
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
 * Where a window of a size goes so that it is near a point (the tray icon that was just clicked), whole within the work
 * area, and does not cover the icon: under the point where there is room, above it otherwise, or else beside it, as with
 * a panel at a side.
 */
export function positionNear(point: Point, size: Size, area: Rectangle): Point {
  const [left, top] = [area.x + gap, area.y + gap];
  const right = area.x + area.width - gap - size.width;
  const bottom = area.y + area.height - gap - size.height;
  const [below, above] = [point.y + gap, point.y - gap - size.height];
  const [after, before] = [point.x + gap, point.x - gap - size.width];
  const centered = { x: point.x - Math.round(size.width / 2), y: point.y - Math.round(size.height / 2) };
  const { x, y } =
    below <= bottom
      ? { x: centered.x, y: below }
      : above >= top
        ? { x: centered.x, y: above }
        : { x: after <= right ? after : before, y: centered.y };
  return { x: clamp(x, left, right), y: clamp(y, top, bottom) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
