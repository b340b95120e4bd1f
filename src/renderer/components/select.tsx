import { useId } from 'preact/hooks';

type Parts<Value extends string> = {
  label: string;
  value: Value;
  /** What can be chosen, with its words. */
  options: ReadonlyArray<readonly [value: Value, label: string]>;
  change: (value: Value) => void;
  /** The explanation under the label. */
  note?: string;
  /** What it is about, where its label does not say. */
  about?: string;
};

/** One setting of several values: its label left, the list right. */
export function Select<Value extends string>({ label, value, options, change, note, about }: Parts<Value>) {
  const id = useId();
  const noted = note === undefined ? undefined : `${id}-note`;
  const choose = (name: string): void => {
    const chosen = options.find(([known]) => known === name);
    if (chosen !== undefined) change(chosen[0]);
  };
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
      <select
        class="select"
        id={id}
        value={value}
        onChange={(event) => choose(event.currentTarget.value)}
        aria-describedby={[about, noted].filter((part) => part !== undefined).join(' ') || undefined}
      >
        {options.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
