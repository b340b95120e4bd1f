// What may never stand in a log: API keys, session tokens, download links, and whatever looks like one of them. Slashes
// may come escaped (JSON) and signs encoded (a link inside a link).
const patterns: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bsk-[\w-]{4,}/gi, 'sk-[redacted]'],
  [/\b(bearer|basic)\s+[^\s"',;]+/gi, '$1 [redacted]'],
  [/\b(proxy-)?authorization\b(["']?\s*[:=]\s*["']?)[^\s"',;}]+/gi, '$1authorization$2[redacted]'],
  [/\basc_auth_key\b(["']?\s*[:=]\s*["']?)[^\s"',;}]+/gi, 'asc_auth_key$1[redacted]'],
  // A URL keeps its scheme and host: enough to see which portal it was.
  [/(https?:(?:\\?\/){2})[^\s\\/?#"<>]*@/gi, '$1'],
  [/(https?:(?:\\?\/){2}[^\s\\/?#"<>]+)[\\/?#][^\s"<>]*/gi, '$1/[redacted]'],
  [/(?:\\?\/|%2F)storage(?:\\?\/|%2F)[^\s"<>]*/gi, '/storage/[redacted]'],
  [
    /((?:[?&;]|%3F|%26)(?:auth|expire|token|key|signature|x-amz-[\w-]+)(?:=|%3D))[^\s&"'<>]+/gi,
    '$1[redacted]',
  ],
  [/[A-Za-z0-9+_=]{32,}/g, '[redacted]'],
];
const controls = /[\p{Cc}\u2028\u2029]+/gu;

/**
 * A log line without secrets. `secrets` are those that are known at the time (session tokens look like nothing in
 * particular); everything else is found by its shape. Controls are taken out too, so that no text can forge a line.
 */
export function redact(line: string, secrets: readonly string[] = []): string {
  const known = secrets
    .flatMap(spellings)
    // A secret that begins another one would leave the rest of it behind.
    .sort((one, other) => other.length - one.length)
    .reduce((text, secret) => text.replaceAll(secret, '[redacted]'), line);
  return patterns.reduce(
    (text, [pattern, mask]) => text.replace(pattern, mask),
    known.replace(controls, ' '),
  );
}

/** A secret as it is, inside a JSON string, and inside a URL. */
function spellings(secret: string): string[] {
  const encoded = encodeURIComponent(secret.replace(/\p{Surrogate}/gu, ''));
  return [secret, JSON.stringify(secret).slice(1, -1), encoded].filter(({ length }) => length >= 4);
}
