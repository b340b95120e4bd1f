import type { Glyph } from '../../contract/values.ts';
import { arcPath } from './arcPath.ts';
import { Shape } from './shape.tsx';

type Grid = 20 | 24;
type Parts = { glyph: Glyph; grid?: Grid; label?: string };

/** The state by its shape, on the 20 px grid of the rows or the 24 px grid of the header: the tray's own frames. */
export function StatusGlyph({ glyph, grid = 20, label = 'glyph' }: Parts) {
  return (
    <svg class={label} viewBox={`0 0 ${grid} ${grid}`} aria-hidden="true">
      {drawing(glyph, grid)}
    </svg>
  );
}

const rings = { 20: { radius: 8, arc: 4.5, dot: 2.5 }, 24: { radius: 9, arc: 6, dot: 3 } };

function drawing(glyph: Glyph, grid: Grid) {
  const centre = grid / 2;
  switch (glyph.shape) {
    case 'running':
      return arc(Math.max(glyph.percent, 4), rings[grid].arc, grid);
    case 'now':
      return arc(25, 4.5, grid);
    case 'idle':
      return (
        <>
          <circle cx={centre} cy={centre} r={rings[grid].radius} {...line} />
          <circle cx={centre} cy={centre} r={rings[grid].dot} fill="currentColor" />
        </>
      );
    default:
      return (
        <g transform={grid === 20 ? undefined : `scale(${grid / 20})`}>
          <Shape shape={glyph.shape} />
        </g>
      );
  }
}

const line = { fill: 'none', stroke: 'currentColor', 'stroke-width': 2 };

/** Thick against thin is read before colour. */
function arc(percent: number, width: number, grid: Grid) {
  const centre = grid / 2;
  const { radius } = rings[grid];
  const path = arcPath(centre, radius + 1 - width / 2, percent);
  return (
    <>
      <circle cx={centre} cy={centre} r={radius} {...line} stroke="var(--edge)" />
      <path d={path} fill="none" stroke="currentColor" stroke-width={width} />
    </>
  );
}
