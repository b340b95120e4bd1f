import type { HistoryRecord } from '../docspace/history.ts';
import type { JobReading } from '../docspace/progress.ts';
import { day } from '../base/time.ts';
import { withoutQuery } from '../base/url.ts';
import type { Outcome } from './outcome.ts';
import type { Run } from './run.ts';

/** The last thing that a job did. Times are epoch milliseconds. */
export type Ending = {
  /** What makes this job this job: its task, or a serial number where the server names no task. */
  job: string;
  task: string | null;
  outcome: Outcome;
  /** Where it stood when it ended. */
  percent: number;
  /** The server's own sentence, cleaned; empty when there is none. */
  error: string;
  /** As the portal sent it. A secret: never saved; empty where there is none or it is not known any more. */
  link: string;
  /** The archive's name in the history; empty while not known. */
  archive: string;
  endedAt: number;
  /** `endedAt` is when it ended, not merely when that was seen. */
  timed: boolean;
  /** Until when the link can work, also while the link itself is not known; null where there was never one. */
  linkUntil: number | null;
  /** The portal's list of backups does not hold its archive, though it made one. */
  unlisted: boolean;
  /** The user has looked at it, or opened or copied its link. */
  seen: boolean;
  /** A mark of outcome, error and linked file, to know the same ending again on servers without tasks. */
  mark: string;
};

/** Temporary storage signs its links for so long; the history tells of those that expire at another time. */
const linkLife = day;

/** The ending that a reading reports; `runningAt`: when it was not yet there, where that is recent. */
export function endingOf(
  reading: JobReading,
  outcome: Outcome,
  job: string,
  runningAt: number | null,
  now: number,
): Ending {
  return {
    job,
    task: reading.task,
    outcome,
    percent: reading.percent,
    error: reading.error,
    link: reading.link,
    archive: '',
    endedAt: now,
    timed: runningAt !== null,
    // Its day begins when it was made: no later than it was seen, and promised no longer than is certain.
    linkUntil: reading.link === '' ? null : (runningAt ?? now) + linkLife,
    unlisted: false,
    seen: false,
    mark: markOf(reading, outcome),
  };
}

/** The ending of a run that is no longer there, as far as can be said without the history. */
export function vanishedRun(run: Run, job: string, outcome: 'unknown' | 'cancelled', now: number): Ending {
  return {
    job,
    task: run.task,
    outcome,
    percent: run.percent,
    error: '',
    link: '',
    archive: '',
    endedAt: now,
    timed: false,
    linkUntil: null,
    unlisted: false,
    seen: false,
    mark: '',
  };
}

/** What tells one ending of a server without tasks from another: the same text for the same outcome, error and file. */
export function markOf(reading: JobReading, outcome: Outcome): string {
  // Some servers sign the link anew at each reading: only the file that it leads to makes it another one.
  return fingerprint(`${outcome}\n${reading.error}\n${withoutQuery(reading.link)}`);
}

/** The ending with its link as the portal sent it now: after a restart it was forgotten. */
export function withLink(ending: Ending, link: string, now: number): Ending {
  if (ending.link === link) return ending;
  return { ...ending, link, linkUntil: ending.linkUntil ?? now + linkLife };
}

/** The ending with what the history knows of it: when it was, what the archive is called, when it expires. */
export function withRecord(ending: Ending, record: HistoryRecord): Ending {
  const endedAt = Math.min(ending.endedAt, record.createdAt ?? ending.endedAt);
  return {
    ...ending,
    archive: record.archive,
    endedAt,
    timed: ending.timed || record.createdAt !== null,
    linkUntil: linkUntilOf(ending, record, endedAt),
  };
}

/** What vanished has shown no link; an archive that expires had one. */
function linkUntilOf({ outcome, linkUntil }: Ending, record: HistoryRecord, endedAt: number): number | null {
  if (outcome === 'unknown' || outcome === 'cancelled') return record.expiresAt;
  if (linkUntil === null) return null;
  return record.expiresAt ?? Math.min(linkUntil, endedAt + linkLife);
}

/** Whether an archive came of it. */
export function hasArchive(outcome: Outcome): boolean {
  return outcome === 'finished' || outcome === 'gaps' || outcome === 'problem';
}

/**
 * A short mark that tells two texts apart (FNV-1a, 32 bits, over UTF-16 units). It is kept on disk in place of a
 * download link, which is a secret and from which 32 bits give nothing back.
 */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
