/** True where `version` is `first` or a later one: tells which members and endpoints a server has. */
export function isAtLeast(version: string, first: string): boolean {
  return version.localeCompare(first, 'en', { numeric: true }) >= 0;
}
