/** DocSpace's own page about backups: where to go when there is no link, and when something went wrong. */
export function backupPage(origin: string): string {
  return `${origin}/portal-settings/backup/data-backup`;
}
