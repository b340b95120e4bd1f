/** What a script is told by the number with which the command ends. docs/command-line.md has the same list. */
export const exitCodes = {
  /** Told; or the backup has finished. */
  done: 0,
  bug: 1,
  usage: 2,
  notRunning: 3,
  noSuchPortal: 4,
  timeout: 5,
  /** The portal's backups cannot be seen: what has to be done for that only somebody can do. */
  noAccess: 6,
  gaps: 10,
  problem: 11,
  failed: 12,
  cancelled: 13,
  unknown: 14,
  interrupted: 130,
  /** Nobody reads any more what is written. */
  pipe: 141,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
