// What a server says is data: it is shown, never obeyed. Controls could forge a log line or a menu entry, and
// bidirectional overrides could turn a sentence or a host name around.
const controls = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;
const loneSurrogates = /\p{Surrogate}/gu;
const whiteSpace = /\s+/gu;
// What is shown or kept holds no key and no download link, not even where a server repeats them in a sentence: of an address
// its scheme and host are left, of a query its question mark, of a signature its name. Slashes and signs may be escaped.
const secrets: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bsk-[\w-]{16,}/giu, 'sk-…'],
  [/\b(https?:(?:\\?\/){2})(?:[^\s\\/?#"<>]*@)?([^\s\\/?#"<>@]+)[\\/?#][^\s"<>]+/giu, '$1$2/…'],
  [/\b(https?%3A%2F%2F)[^\s"<>]+/giu, '$1…'],
  [/\?(?=[\w.%-]+(?:=|%3D))[^\s"<>]*/giu, '?…'],
  [/%3F(?=[\w.-]+%3D)[^\s"<>]*/giu, '%3F…'],
  [/\b(asc_auth_key|auth|token|sig|signature|x-amz-[\w-]+)(=|%3D)[^\s"'<>&]+/giu, '$1$2…'],
];

/** A server's text as one harmless line of at most `limit` UTF-16 units, cut between graphemes. */
export function plainText(text: string, limit: number): string {
  // Cutting first bounds the work for a text of megabytes; four units for one leave room for what is stripped.
  const line = withoutSecrets(text.slice(0, limit * 4))
    .replace(loneSurrogates, '\uFFFD')
    .replace(controls, ' ')
    .replace(whiteSpace, ' ')
    .trim();
  // Once more: what had a control in it was not to be known before.
  return shorten(withoutSecrets(line), limit);
}

/** The text with every API key and every download link in it cut to what gives nothing away. */
export function withoutSecrets(text: string): string {
  return secrets.reduce((left, [secret, rest]) => left.replace(secret, rest), text);
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
