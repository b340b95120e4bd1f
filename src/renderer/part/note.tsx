import type { Glyph as GlyphShape, Note as NoteText, Tone } from '../../contract/snapshot.ts';
import { Glyph } from './glyph.tsx';

const shapes: Record<Tone, GlyphShape> = {
  danger: { shape: 'failed' },
  warn: { shape: 'attention' },
  accent: { shape: 'finished' },
  calm: { shape: 'idle' },
};

/** A bold fact and a plain next step; a refusal and a consent interrupt, the rest is told in passing. */
export function Note({
  note,
  strip = false,
  alert = false,
}: {
  note: NoteText;
  strip?: boolean;
  alert?: boolean;
}) {
  return (
    <div class={strip ? 'note strip' : 'note'} data-tone={note.tone} role={alert ? 'alert' : 'status'}>
      <Glyph glyph={shapes[note.tone]} />
      <div>
        <strong>
          <bdi>{note.fact}</bdi>
        </strong>
        {note.next}
      </div>
    </div>
  );
}
