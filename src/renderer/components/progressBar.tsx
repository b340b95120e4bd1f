import type { PortalRow } from '../../contract/portalRow.ts';
import { useLabels } from '../hooks/useLabels.ts';

type Progress = NonNullable<PortalRow['progress']>;

/** What a bar and a dial say to those who do not see them, while a backup runs. */
export function useProgressRole(progress: Progress | null, describedBy: string) {
  const { backupProgress } = useLabels();
  if (progress === null) return null;
  return {
    role: 'progressbar',
    'aria-label': backupProgress,
    'aria-describedby': describedBy,
    'aria-valuemin': 0,
    'aria-valuemax': 100,
    'aria-valuenow': progress.now,
    'aria-valuetext': progress.text,
  } as const;
}

/** The bar of a row. On the plateau the last tenth is striped, since its length is not known. */
export function ProgressBar({ progress, describedBy }: { progress: Progress; describedBy: string }) {
  const role = useProgressRole(progress, describedBy);
  return (
    <div class={progress.plateau ? 'bar plateau' : 'bar'} {...role}>
      <span style={{ inlineSize: `${progress.now}%` }} />
    </div>
  );
}
