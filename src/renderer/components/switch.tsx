import { useId } from 'preact/hooks';

type Parts = {
  label: string;
  on: boolean;
  change: (on: boolean) => void;
  /** The explanation under the label. */
  note?: string;
  /** What it is about, where its label does not say. */
  about?: string | undefined;
};

/** One setting, on or off: its label left, the switch right. */
export function Switch({ label, on, change, note, about }: Parts) {
  const id = useId();
  const noted = note === undefined ? undefined : `${id}-note`;
  return (
    <div class="setting">
      <span class="label">
        <label for={id}>{label}</label>
        {note === undefined ? null : (
          <span class="explained soft t-small" id={noted}>
            {note}
          </span>
        )}
      </span>
      <input
        class="switch"
        id={id}
        type="checkbox"
        role="switch"
        checked={on}
        onChange={(event) => change(event.currentTarget.checked)}
        aria-describedby={[about, noted].filter((part) => part !== undefined).join(' ') || undefined}
      />
    </div>
  );
}
