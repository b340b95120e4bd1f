import type { ComponentChildren } from 'preact';
import type { PortalRow } from '../../contract/snapshot.ts';
import { useLabels } from '../labels.ts';
import { arcPath } from './glyph.tsx';

type Progress = NonNullable<PortalRow['progress']>;

function progressRole({ now, text }: Progress, label: string, describedBy: string) {
  return {
    role: 'progressbar',
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-valuemin': 0,
    'aria-valuemax': 100,
    'aria-valuenow': now,
    'aria-valuetext': text,
  } as const;
}

/** The bar of a row. On the plateau the last tenth is striped, since its length is not known. */
export function Bar({ progress, describedBy }: { progress: Progress; describedBy: string }) {
  const { backupProgress } = useLabels();
  return (
    <div
      class={progress.plateau ? 'bar plateau' : 'bar'}
      {...progressRole(progress, backupProgress, describedBy)}
    >
      <span style={{ inlineSize: `${progress.now}%` }} />
    </div>
  );
}

/** The dial of a portal that is alone: the ring of the tray, large, with the figure inside. */
export function Dial({ row, describedBy }: { row: PortalRow; describedBy: string }) {
  const { backupProgress } = useLabels();
  if (row.progress === null) {
    return (
      <div class="dial" aria-hidden="true">
        <svg viewBox="0 0 144 144">{stillDial(row)}</svg>
      </div>
    );
  }
  return (
    <div class="dial" {...progressRole(row.progress, backupProgress, describedBy)}>
      <svg viewBox="0 0 144 144" aria-hidden="true">
        <circle cx="72" cy="72" r="62" fill="none" stroke="var(--line)" stroke-width="4" />
        <path
          d={arcPath(72, 58, Math.max(row.progress.now, 1))}
          fill="none"
          stroke="currentColor"
          stroke-width="12"
        />
      </svg>
      <span class="big num">{row.figure}</span>
    </div>
  );
}

function stillDial({ glyph }: PortalRow): ComponentChildren {
  switch (glyph.shape) {
    case 'finished':
      return (
        <>
          <circle cx="72" cy="72" r="50" fill="currentColor" />
          <path d="M49 74l16 16 31-35" fill="none" stroke="var(--ground)" stroke-width="11" />
        </>
      );
    case 'failed':
      return (
        <>
          <rect x="26" y="26" width="92" height="92" rx="20" fill="currentColor" />
          <path d="M53 53l38 38M91 53l-38 38" fill="none" stroke="var(--ground)" stroke-width="11" />
        </>
      );
    case 'attention':
      return (
        <>
          <path
            d="M72 24l52 88H20z"
            fill="currentColor"
            stroke="currentColor"
            stroke-width="14"
            stroke-linejoin="round"
          />
          <path d="M72 52v30M72 92v11" fill="none" stroke="var(--ground)" stroke-width="11" />
        </>
      );
    case 'offline':
      return (
        <>
          <path
            d="M31.5 112.5A56 56 0 0 1 103 25M112.5 31.5A56 56 0 0 1 41 119"
            fill="none"
            stroke="var(--edge)"
            stroke-width="8"
          />
          <path d="M26 118L118 26" fill="none" stroke="var(--edge)" stroke-width="8" stroke-linecap="round" />
        </>
      );
    case 'paused':
      return (
        <>
          <circle cx="72" cy="72" r="60" fill="none" stroke="var(--edge)" stroke-width="8" />
          <path d="M56 48h10v48H56zM78 48h10v48H78z" fill="var(--edge)" />
        </>
      );
    case 'running':
      return (
        <>
          <circle cx="72" cy="72" r="62" fill="none" stroke="var(--line)" stroke-width="4" />
          <path d={arcPath(72, 58, 2)} fill="none" stroke="currentColor" stroke-width="12" />
        </>
      );
    default:
      return (
        <>
          <circle cx="72" cy="72" r="60" fill="none" stroke="var(--edge)" stroke-width="8" />
          <circle cx="72" cy="72" r="14" fill="var(--edge)" />
        </>
      );
  }
}
