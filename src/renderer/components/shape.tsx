import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Glyph } from '../../contract/values.ts';
import { arcPath } from './arcPath.ts';

type Drawn = Exclude<Glyph['shape'], 'running' | 'now' | 'idle'>;

const ring = { cx: 10, cy: 10, r: 8, fill: 'none', stroke: 'currentColor', 'stroke-width': 2 };
const slash = 'M2.8 17.2L17.2 2.8';

/** The shapes that are more than a ring. Signs inside solid ones are holes: the ground shows through them. */
export function Shape({ shape }: { shape: Drawn }) {
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
        <Pierced hole="M5.9 10.4L8.8 13.3L14.1 7.3">
          <circle cx="10" cy="10" r="9" fill="currentColor" />
        </Pierced>
      );
    case 'failed':
      return (
        <Pierced hole="M6.7 6.7L13.3 13.3M13.3 6.7L6.7 13.3">
          <rect x="2.5" y="2.5" width="15" height="15" rx="3.5" fill="currentColor" />
        </Pierced>
      );
    case 'attention':
      return (
        <Pierced hole="M10 7.2v5M10 13.4v2">
          <path
            d="M10 2.7L18.3 16.5H1.7Z"
            fill="currentColor"
            stroke="currentColor"
            stroke-width="2.2"
            stroke-linejoin="round"
          />
        </Pierced>
      );
    case 'offline':
      return (
        <>
          <Pierced hole={slash} width={6}>
            <circle {...ring} />
          </Pierced>
          <path d={slash} stroke="currentColor" stroke-width="2" stroke-linecap="round" />
        </>
      );
    case 'paused':
      return (
        <>
          <circle {...ring} />
          <path d="M6.25 6h2.5v8h-2.5zM11.25 6h2.5v8h-2.5z" fill="currentColor" />
        </>
      );
    default:
      return shape satisfies never;
  }
}

/** What is behind shows through a line of this width. */
function Pierced({
  hole,
  width = 2,
  children,
}: {
  hole: string;
  width?: number;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <>
      <mask id={id} maskUnits="userSpaceOnUse" x="0" y="0" width="20" height="20">
        <path fill="#fff" d="M0 0h20v20H0z" />
        <path d={hole} fill="none" stroke="#000" stroke-width={width} />
      </mask>
      <g mask={`url(#${id})`}>{children}</g>
    </>
  );
}
