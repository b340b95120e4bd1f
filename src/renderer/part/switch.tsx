import { useId } from 'preact/hooks';

/** One setting, on or off: its label left, the switch right. */
export function Switch({ label, on, change }: { label: string; on: boolean; change: (on: boolean) => void }) {
  const id = useId();
  return (
    <div class="setting">
      <label class="label" for={id}>
        {label}
      </label>
      <input
        class="switch"
        id={id}
        type="checkbox"
        role="switch"
        checked={on}
        onChange={(event) => change(event.currentTarget.checked)}
      />
    </div>
  );
}
