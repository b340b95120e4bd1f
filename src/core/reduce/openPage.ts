import type { BackupId } from '../backup/job.ts';
import { backupPage } from '../docspace/backupPage.ts';
import type { State } from '../state.ts';
import type { Watch } from '../watch/watch.ts';
import { noEffects, type Step, withEffects } from './step.ts';
import { markBackupSeen } from './visible.ts';

/** The portal's backup page; `backup`: the one that sends somebody there. */
export function openPage(state: State, watch: Watch, backup: BackupId | null): Step {
  const seen = backup === null ? state : markBackupSeen(state, watch, backup);
  return withEffects(noEffects(seen), { do: 'open', url: backupPage(watch.portal.origin) });
}
