/**
 * Parses a URL; null for what is none. `URL.canParse` would not do: in Node 20 and 22 it says no to some addresses with
 * umlauts once it has been called a few thousand times (its fast path reads Latin-1 as UTF-8).
 */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return base === undefined ? new URL(text) : new URL(text, base);
  } catch {
    return null;
  }
}

/** An address, or a name, without its query and its fragment: the file that it leads to. */
export function withoutQuery(text: string): string {
  const [file = ''] = text.split(/[?#]/);
  return file;
}

/** What a percent-encoded part of an address means; as it is where it cannot be decoded. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // not everything with a percent sign is percent-encoded
  }
}
