// What a server says is data: it is shown, never obeyed. Controls could forge a log line or a menu entry, and
// bidirectional overrides could turn a sentence or a host name around.
const controls = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;
const loneSurrogates = /\p{Surrogate}/gu;
const whiteSpace = /\s+/gu;
// What is shown or kept holds no key, not even where a server repeats it in a sentence.
const keys = /\bsk-[\w-]{16,}/giu;

/** A server's text as one harmless line of at most `limit` UTF-16 units, cut between graphemes. */
export function plainText(text: string, limit: number): string {
  // Cutting first bounds the work for a text of megabytes; four units for one leave room for what is stripped.
  const line = withoutKeys(text.slice(0, limit * 4))
    .replace(loneSurrogates, '\uFFFD')
    .replace(controls, ' ')
    .replace(whiteSpace, ' ')
    .trim();
  return shorten(line, limit);
}

/** The text with every API key in it cut to its first letters. */
export function withoutKeys(text: string): string {
  return text.replace(keys, 'sk-…');
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Cuts a text to at most `limit` UTF-16 units without splitting a grapheme; a cut text ends in an ellipsis. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, limit + 64))) {
    const next = index + segment.length;
    if (next > limit - 1) break;
    end = next;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}
