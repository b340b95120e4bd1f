import { useId } from 'preact/hooks';

type Parts<Value extends string> = {
  label: string;
  value: Value;
  /** What can be chosen, with its words. */
  options: ReadonlyArray<readonly [value: Value, label: string]>;
  change: (value: Value) => void;
};

/** One setting of several values: its label left, the list right. */
export function Select<Value extends string>({ label, value, options, change }: Parts<Value>) {
  const id = useId();
  const choose = (name: string): void => {
    const chosen = options.find(([known]) => known === name);
    if (chosen !== undefined) change(chosen[0]);
  };
  return (
    <div class="setting">
      <label class="label" for={id}>
        {label}
      </label>
      <select class="select" id={id} value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {options.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
