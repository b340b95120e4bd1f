import { Setting, type SettingParts } from './setting.tsx';

type Parts<Value extends string> = SettingParts & {
  value: Value;
  /** What can be chosen, with its words. */
  options: ReadonlyArray<readonly [value: Value, label: string]>;
  change: (value: Value) => void;
};

/** One setting of several values. */
export function Select<Value extends string>({ value, options, change, ...parts }: Parts<Value>) {
  const choose = (name: string): void => {
    const chosen = options.find(([known]) => known === name);
    if (chosen !== undefined) change(chosen[0]);
  };
  return (
    <Setting
      {...parts}
      control={(named) => (
        <select
          {...named}
          class="select"
          value={value}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {options.map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
      )}
    />
  );
}
