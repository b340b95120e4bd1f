import type { Cause } from '../access/cause.ts';
import type { AvailableDownload } from '../backup/downloadLink.ts';
import type { Ending } from '../backup/ending.ts';
import type { Standstill } from '../foresight/standstill.ts';
import type { TimeLeft } from '../foresight/timeLeft.ts';
import type { Scope } from '../docspace/request.ts';

/** The one thing to say of a portal: what everything that is shown is made from. Times are epoch milliseconds. */
export type PortalStatus = JobStatus | AccessStatus;

/** How a backup is. */
export type JobStatus = { scope: Scope } & (
  | { is: 'firstCheck' }
  /** `nextAt`: when the next backup is due; null where that is not known. */
  | { is: 'idle'; nextAt: number | null }
  /** A due backup did not come, and none has finished since. `dueAt` is by the portal's clock, as all times of a schedule. */
  | { is: 'overdue'; dueAt: number; lastFinishedAt: number | null }
  /** No backup has finished for longer than its user wants; `since`: when that was found. */
  | { is: 'outdated'; since: number; lastFinishedAt: number | null }
  /** There was a schedule, and there is none any more; `isNew`: since today. */
  | { is: 'scheduleGone'; since: number; isNew: boolean }
  | { is: 'waiting'; since: number }
  /** `left`: null where nobody knows. */
  | { is: 'running'; percent: number; left: TimeLeft | null }
  | { is: 'uploading'; since: number; left: TimeLeft | null }
  | ({ is: 'stuck'; job: string } & Standstill)
  /** It is over, and how it ended is just being found out. */
  | { is: 'settling'; percent: number }
  | { is: 'ended'; ending: Ending; offer: AvailableDownload | null }
  /** It has vanished, and the portal's list of backups, which would tell how it ended, does not answer. */
  | { is: 'gone'; percent: number; since: number }
);

/** What keeps the portal's backups from being seen. */
export type AccessStatus =
  | { is: 'keyringClosed' }
  /** `never`: it never had one that worked, since it was imported. */
  | { is: 'keyMissing'; never: boolean }
  | { is: 'restoring'; percent: number | null; since: number }
  | {
      is: 'noAccess';
      cause: Exclude<Cause, 'restoring'>;
      since: number;
      /** When it is asked again; null while it is being asked. */
      nextAt: number | null;
      /** For so long that somebody has to look after it. */
      long: boolean;
      /** The host that the portal sends Keepwatch on to. */
      host: string | null;
    };
