// What may never stand in a log: API keys, session tokens, download links, and whatever looks like one of them.
const patterns: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bsk-[\w-]{4,}/gi, 'sk-[redacted]'],
  [/\b(bearer|basic)\s+[^\s"',;]+/gi, '$1 [redacted]'],
  [/\b(proxy-)?authorization\b(["']?\s*[:=]\s*["']?)[^\s"',;}]+/gi, '$1authorization$2[redacted]'],
  [/\basc_auth_key\b(["']?\s*[:=]\s*["']?)[^\s"',;}]+/gi, 'asc_auth_key$1[redacted]'],
  // A URL keeps its scheme and host: enough to see which portal it was.
  [/\b(https?:\/\/)(?:[^\s/"'<>@]*@)?([^\s/"'<>?#]+)[/?#][^\s"'<>]*/gi, '$1$2/[redacted]'],
  [/(^|[\s"'(=])\/storage\/[^\s"'<>)]*/gi, '$1/storage/[redacted]'],
  [/([?&;](?:auth|expire|token|key|signature|x-amz-[\w-]+)=)[^\s&"'<>]+/gi, '$1[redacted]'],
  [/[A-Za-z0-9+_=]{32,}/g, '[redacted]'],
];
const controls = /[\p{Cc}\u2028\u2029]+/gu;

/**
 * A log line without secrets. `secrets` are those that are known at the time (session tokens look like nothing in
 * particular); everything else is found by its shape. Controls are taken out too, so that no text can forge a line.
 */
export function redact(line: string, secrets: readonly string[] = []): string {
  const known = secrets
    .filter((secret) => secret.length >= 4)
    .reduce((text, secret) => text.replaceAll(secret, '[redacted]'), line);
  return patterns.reduce(
    (text, [pattern, mask]) => text.replace(pattern, mask),
    known.replace(controls, ' '),
  );
}
