import type { ProgressChart } from '../../../contract/historyView.ts';

// The ground of both drawings, in the units of their view box. Time runs from left to right in every language.

const [left, right, top] = [44, 364, 12];
export const width = 368;

/** Where a share of the width lies. */
export function across(x: number): number {
  return left + x * (right - left);
}

/** Where a share of the height lies; `ground`: where its zero is. */
export function up(y: number, ground: number): number {
  return ground - y * (ground - top);
}

type Parts = { grid: ProgressChart['grid']; ground: number };

/** Lines across with their figures: the lowest is the axis. */
export function Grid({ grid, ground }: Parts) {
  return (
    <>
      {grid.map(({ y, text }) => (
        <g key={y}>
          <path class={y === 0 ? 'axis' : 'grid'} d={`M${left} ${up(y, ground)}H${right}`} />
          <text x={left - 6} y={up(y, ground) + 4} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
    </>
  );
}

/** Words under the axis, kept within the drawing. */
export function Below({ x, ground, children }: { x: number; ground: number; children: string }) {
  return (
    <text x={across(x)} y={ground + 20} text-anchor={x === 0 ? 'start' : x === 1 ? 'end' : 'middle'}>
      {children}
    </text>
  );
}
