import type { Glyph as GlyphShape, Banner as NoteText, Tone } from '../../contract/snapshot.ts';
import { StatusGlyph } from './glyph.tsx';

const shapes: Record<Tone, GlyphShape> = {
  danger: { shape: 'failed' },
  warn: { shape: 'attention' },
  accent: { shape: 'finished' },
  calm: { shape: 'idle' },
};

type Parts = { note: NoteText; strip?: boolean; alert?: boolean };

/** A bold fact and a plain next step; a refusal and a consent interrupt, the rest is told in passing. */
export function BannerLine({ note, strip = false, alert = false }: Parts) {
  return (
    <div class={strip ? 'note strip' : 'note'} data-tone={note.tone} role={alert ? 'alert' : 'status'}>
      <StatusGlyph glyph={shapes[note.tone]} />
      <div>
        <strong>{note.fact}</strong>
        {note.next}
      </div>
    </div>
  );
}

/** Notes above the list. Their order is theirs: two of them may say the same. */
export function Banners({ notes }: { notes: NoteText[] }) {
  return (
    <>
      {notes.map((note, index) => (
        <BannerLine key={index} note={note} strip />
      ))}
    </>
  );
}
