import type { TargetedInputEvent } from 'preact';
import { StatusGlyph } from './statusGlyph.tsx';

type Parts = {
  name: string;
  label: string;
  value: string;
  change: (text: string) => void;
  hint: string;
  /** The rest of the form says enough: no hint now. */
  quiet: boolean;
  error: string | null;
  locked: boolean;
  secret?: boolean;
};

/** Label, field and hint; a refusal takes the hint's place and is joined to its field. */
export function Field({ name, label, value, change, hint, quiet, error, locked, secret = false }: Parts) {
  const hinted = error === null && !quiet;
  const described = hinted || error !== null ? `${name}-hint` : undefined;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <input
        {...(secret ? { type: 'password' as const } : { type: 'text' as const })}
        id={name}
        name={name}
        dir="ltr"
        value={value}
        onInput={(event: TargetedInputEvent<HTMLInputElement>) => change(event.currentTarget.value)}
        autocomplete="off"
        spellcheck={false}
        readOnly={locked}
        aria-describedby={described}
        aria-invalid={error !== null}
      />
      {hinted ? (
        <p class="hint" id={described}>
          {hint}
        </p>
      ) : null}
      {error === null ? null : (
        <p class="field-error" id={described} role="alert">
          <StatusGlyph glyph={{ shape: 'failed' }} />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}
