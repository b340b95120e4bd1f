/**
 * A short mark that tells two texts apart (FNV-1a, 32 bits, over UTF-16 units). It is kept on disk in place of a
 * download link, which is a secret and from which 32 bits give nothing back.
 */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
