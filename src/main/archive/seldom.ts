import type { SaveProgress } from '../../core/saving/order.ts';

/** The shortest time between two of them, in milliseconds. */
const pause = 250;

/** Hears of every step, and passes a few in a second on: the first of each stage, and the one that ends it. */
export function seldom(
  hear: (progress: SaveProgress) => void,
  now: () => number,
): (progress: SaveProgress) => void {
  let last = -Infinity;
  let stage: SaveProgress['stage'] | null = null;
  return (progress) => {
    const isLast = progress.done === progress.size;
    if (progress.stage === stage && !isLast && now() - last < pause) return;
    last = now();
    stage = progress.stage;
    hear(progress);
  };
}
