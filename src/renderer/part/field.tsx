import type { TargetedInputEvent } from 'preact';
import { Glyph } from './glyph.tsx';

/** Label, field and hint; a refusal takes the hint's place and is joined to its field. */
export function Field({
  name,
  label,
  value,
  change,
  hint,
  error,
  locked = false,
  secret = false,
}: {
  name: string;
  label: string;
  value: string;
  change: (text: string) => void;
  hint: string | null;
  error: string | null;
  locked?: boolean;
  secret?: boolean;
}) {
  const described = hint === null && error === null ? undefined : `${name}-hint`;
  const shared = {
    id: name,
    name,
    dir: 'ltr',
    value,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => change(event.currentTarget.value),
    autocomplete: 'off',
    spellcheck: false,
    readOnly: locked,
    'aria-describedby': described,
    'aria-invalid': error !== null,
  } as const;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {secret ? <input type="password" {...shared} /> : <input type="text" {...shared} />}
      {error === null ? (
        hint === null ? null : (
          <p class="hint" id={described}>
            {hint}
          </p>
        )
      ) : (
        <p class="wrong" id={described} role="alert">
          <Glyph glyph={{ shape: 'failed' }} />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}
