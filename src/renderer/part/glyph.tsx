import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Glyph as GlyphShape } from '../../contract/snapshot.ts';

/** The state by its shape, on the 20 px grid of the rows or the 24 px grid of the header: the tray's own frames. */
export function Glyph({
  glyph,
  grid = 20,
  label = 'glyph',
}: {
  glyph: GlyphShape;
  grid?: 20 | 24;
  label?: string;
}) {
  return (
    <svg class={label} viewBox={`0 0 ${grid} ${grid}`} aria-hidden="true">
      {glyph.shape === 'running' ? (
        <Arc percent={glyph.percent} grid={grid} />
      ) : (
        <Shape shape={glyph.shape} grid={grid} />
      )}
    </svg>
  );
}

const rings = { 20: { radius: 8, arc: 4.5, dot: 2.5 }, 24: { radius: 9, arc: 6, dot: 3 } };

function Arc({ percent, grid }: { percent: number; grid: 20 | 24 }) {
  const { radius, arc } = rings[grid];
  const centre = grid / 2;
  return (
    <>
      <Ring radius={radius} centre={centre} colour="var(--edge)" />
      <path
        d={arcPath(centre, radius + 1 - arc / 2, Math.max(percent, 4))}
        fill="none"
        stroke="currentColor"
        stroke-width={arc}
      />
    </>
  );
}

function Ring({
  radius,
  centre,
  colour = 'currentColor',
}: {
  radius: number;
  centre: number;
  colour?: string;
}) {
  return <circle cx={centre} cy={centre} r={radius} fill="none" stroke={colour} stroke-width="2" />;
}

type StillShape = Exclude<GlyphShape['shape'], 'running'>;

function Shape({ shape, grid }: { shape: StillShape; grid: 20 | 24 }) {
  const { radius, dot } = rings[grid];
  const centre = grid / 2;
  const scaled = grid === 20 ? undefined : `scale(${grid / 20})`;
  switch (shape) {
    case 'idle':
      return (
        <>
          <Ring radius={radius} centre={centre} />
          <circle cx={centre} cy={centre} r={dot} fill="currentColor" />
        </>
      );
    case 'now':
      return (
        <>
          <Ring radius={radius} centre={centre} colour="var(--edge)" />
          <path d={arcPath(centre, radius - 1.25, 25)} fill="none" stroke="currentColor" stroke-width="4.5" />
        </>
      );
    default:
      return <g transform={scaled}>{solid(shape)}</g>;
  }
}

// Signs inside solid shapes are holes: the ground shows through them, whatever it is.
function solid(shape: Exclude<StillShape, 'idle' | 'now'>) {
  switch (shape) {
    case 'uploading':
      return (
        <>
          <path d={arcPath(10, 8, 90)} fill="none" stroke="currentColor" stroke-width="2" />
          <path d="M10 6L14 10H11.25V14H8.75V10H6Z" fill="currentColor" />
        </>
      );
    case 'finished':
      return (
        <Pierced hole={<path d="M5.9 10.4L8.8 13.3L14.1 7.3" fill="none" stroke="#000" stroke-width="2" />}>
          <circle cx="10" cy="10" r="9" fill="currentColor" />
        </Pierced>
      );
    case 'failed':
      return (
        <Pierced hole={<path d="M6.7 6.7L13.3 13.3M13.3 6.7L6.7 13.3" stroke="#000" stroke-width="2" />}>
          <rect x="2.5" y="2.5" width="15" height="15" rx="3.5" fill="currentColor" />
        </Pierced>
      );
    case 'attention':
      return (
        <Pierced hole={<path fill="#000" d="M9 7.2h2v5h-2zM9 13.4h2v2h-2z" />}>
          <path d="M10 2.7L18.3 16.5H1.7Z" fill="currentColor" stroke="currentColor" {...thick} />
        </Pierced>
      );
    case 'offline':
      return (
        <>
          <Pierced hole={<path d="M2.8 17.2L17.2 2.8" stroke="#000" stroke-width="6" />}>
            <Ring radius={8} centre={10} />
          </Pierced>
          <path d="M2.8 17.2L17.2 2.8" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
        </>
      );
    case 'paused':
      return (
        <>
          <Ring radius={8} centre={10} />
          <path d="M6.25 6h2.5v8h-2.5zM11.25 6h2.5v8h-2.5z" fill="currentColor" />
        </>
      );
    default:
      return shape satisfies never;
  }
}

const thick = { 'stroke-width': '2.2', 'stroke-linejoin': 'round' } as const;

function Pierced({ hole, children }: { hole: ComponentChildren; children: ComponentChildren }) {
  const id = useId();
  return (
    <>
      <mask id={id} maskUnits="userSpaceOnUse" x="0" y="0" width="20" height="20">
        <path fill="#fff" d="M0 0h20v20H0z" />
        {hole}
      </mask>
      <g mask={`url(#${id})`}>{children}</g>
    </>
  );
}

/** An arc from 12 o'clock, clockwise. */
export function arcPath(centre: number, radius: number, percent: number): string {
  const angle = (percent / 100) * 2 * Math.PI - Math.PI / 2;
  const x = round(centre + radius * Math.cos(angle));
  const y = round(centre + radius * Math.sin(angle));
  return `M${centre} ${round(centre - radius)}A${radius} ${radius} 0 ${percent > 50 ? 1 : 0} 1 ${x} ${y}`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
