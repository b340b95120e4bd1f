import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export type SettingParts = {
  label: string;
  /** The explanation under the label. */
  note?: string;
  /** What it is about, where its label does not say. */
  about?: string | undefined;
};

/** By these attributes its label, its note and what it is about belong to a control. */
type Named = { id: string; 'aria-describedby': string | undefined };

/** One setting: its label left, its control right. */
export function Setting({
  label,
  note,
  about,
  control,
}: SettingParts & { control: (named: Named) => ComponentChildren }) {
  const id = useId();
  const noted = note === undefined ? undefined : `${id}-note`;
  const described = [about, noted].filter((part) => part !== undefined).join(' ') || undefined;
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
      {control({ id, 'aria-describedby': described })}
    </div>
  );
}
