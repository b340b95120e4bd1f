import { Setting, type SettingParts } from './setting.tsx';

type Parts = SettingParts & { on: boolean; change: (on: boolean) => void };

/** One setting, on or off. */
export function Switch({ on, change, ...parts }: Parts) {
  return (
    <Setting
      {...parts}
      control={(named) => (
        <input
          {...named}
          class="switch"
          type="checkbox"
          role="switch"
          checked={on}
          onChange={(event) => change(event.currentTarget.checked)}
        />
      )}
    />
  );
}
