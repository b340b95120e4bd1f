import type { ComponentChildren, TargetedSubmitEvent } from 'preact';
import { useOverlay } from '../hooks/useOverlay.ts';
import { useLabels } from '../hooks/useLabels.ts';

type Parts = {
  /** The id of the button that opened it. */
  opener: string;
  save: () => void;
  done: () => void;
  children: ComponentChildren;
};

/** The line of a setting while it is being changed: its fields, and "Save". */
export function SettingForm({ opener, save, done, children }: Parts) {
  const labels = useLabels();
  useOverlay(done);
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    save();
    done();
  };
  return (
    <form class="setting field" onSubmit={submit} data-opener={opener}>
      {children}
      <button class="button tint" type="submit">
        {labels.save}
      </button>
    </form>
  );
}
