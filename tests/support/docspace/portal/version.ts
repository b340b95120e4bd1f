// One for all comparisons: making it takes longer than a thousand of them.
const collator = new Intl.Collator('en', { numeric: true });

/** True where `version` is `first` or a later one: tells which members and endpoints a server has. */
export function isAtLeast(version: string, first: string): boolean {
  return collator.compare(version, first) >= 0;
}
