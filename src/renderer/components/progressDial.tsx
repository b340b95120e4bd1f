import type { ComponentChildren } from 'preact';
import type { Glyph } from '../../contract/values.ts';
import type { PortalRow } from '../../contract/portalRow.ts';
import { arcPath } from './arcPath.ts';
import { useProgressRole } from './progressBar.tsx';

/** The dial of a portal that is alone: the ring of the tray, large, with the figure inside. */
export function ProgressDial({ row, describedBy }: { row: PortalRow; describedBy: string }) {
  const { progress, figure, glyph } = row;
  const role = useProgressRole(progress, describedBy);
  return (
    <div class="dial" {...role}>
      {/* What is drawn is in the words beside it, too. */}
      <svg viewBox="0 0 144 144" fill="none" aria-hidden="true">
        {progress === null ? still(glyph.shape) : arc(progress.now)}
      </svg>
      {figure === null ? null : <span class="big num">{figure}</span>}
    </div>
  );
}

function arc(percent: number) {
  return (
    <>
      <circle cx="72" cy="72" r="62" stroke="var(--line)" stroke-width="4" />
      <path d={arcPath(72, 58, Math.max(percent, 1))} stroke="currentColor" stroke-width="12" />
    </>
  );
}

const edge = { stroke: 'var(--edge)', 'stroke-width': 8, 'stroke-linecap': 'round' } as const;
const hole = { stroke: 'var(--ground)', 'stroke-width': 11 };

function still(shape: Glyph['shape']) {
  switch (shape) {
    case 'running':
      return arc(2); // before the first figure: a clock hand
    case 'uploading':
      return arc(90);
    case 'finished':
      return solid(<circle cx="72" cy="72" r="50" />, 'M49 74l16 16 31-35');
    case 'failed':
      return solid(<rect x="26" y="26" width="92" height="92" rx="20" />, 'M53 53l38 38M91 53l-38 38');
    case 'attention':
      return solid(
        <path d="M72 24l52 88H20z" stroke="currentColor" stroke-width="14" stroke-linejoin="round" />,
        'M72 52v30M72 92v11',
      );
    case 'offline':
      return (
        <path d="M31.5 112.5A56 56 0 0 1 103 25M112.5 31.5A56 56 0 0 1 41 119M26 118L118 26" {...edge} />
      );
    case 'paused':
      return ringed(<path d="M56 48h10v48H56zM78 48h10v48H78z" fill="var(--edge)" />);
    case 'idle':
    case 'now':
      return ringed(<circle cx="72" cy="72" r="14" fill="var(--edge)" />);
    default:
      return shape satisfies never;
  }
}

function solid(body: ComponentChildren, sign: string) {
  return (
    <>
      <g fill="currentColor">{body}</g>
      <path d={sign} {...hole} />
    </>
  );
}

function ringed(sign: ComponentChildren) {
  return (
    <>
      <circle cx="72" cy="72" r="60" {...edge} />
      {sign}
    </>
  );
}
