import type { Snapshot } from '../../contract/snapshot.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { Switch } from './switch.tsx';

/** What a notification is shown of. */
export function NotificationSettings({ silenced }: Pick<Snapshot['settings'], 'silenced'>) {
  const labels = useLabels();
  const kinds = [
    ['finished', labels.notifyFinished],
    ['failed', labels.notifyFailed],
    ['overdue', labels.notifyOverdue],
    ['expiring', labels.notifyExpiring],
    ['access', labels.notifyAccess],
    ['saved', labels.notifySaved],
  ] as const;
  return (
    <fieldset class="group">
      <legend>{labels.notifications}</legend>
      {kinds.map(([kind, label]) => (
        <Switch
          key={kind}
          label={label}
          on={!silenced.includes(kind)}
          change={(on) => bridge.dispatch({ type: 'notifyOf', kind, on })}
        />
      ))}
      <p class="t-small soft">{labels.silencedHint}</p>
    </fieldset>
  );
}
