import { type Control, noControl, type Wish } from '../control/control.ts';
import type { Chance } from '../base/random.ts';
import { pauseAfterStart } from './pollInterval.ts';
import { type BackupId, type Job, newJob } from '../backup/job.ts';
import { type Listing, newListing } from '../history/listing.ts';
import { newRecorder, type Recorder } from '../history/recordJob.ts';
import type { PastRun } from '../foresight/pastRun.ts';
import { type KeyLife, newKeyLife } from '../access/keyLife.ts';
import { type Ledger, newLedger } from '../news/ledger.ts';
import { firstPoll, type Poll } from './poll.ts';
import { needsNetwork, type Portal } from '../portal.ts';
import type { Reply } from '../docspace/question.ts';
import { newAccess, type Access } from '../access/access.ts';
import type { Scope } from '../docspace/request.ts';
import type { Polling } from '../settings.ts';
import { type FreeBackups, newFreeBackups } from '../control/freeBackups.ts';
import { type AgeKnown, type BackupAge, newBackupAge } from '../schedule/backupAge.ts';
import { newSchedule, type Schedule } from '../schedule/schedule.ts';
import type { SaveResult } from '../saving/order.ts';
import { newSaving, type Saving } from '../saving/saving.ts';
import type { WantedSave } from '../saving/wanted.ts';
import { isServerAway, noServerTrouble, type ServerTrouble } from './serverTrouble.ts';

/** One portal being watched: its slices. */
export type Watch = {
  portal: Portal;
  keyStatus: KeyStatus;
  jobs: Record<Scope, Job>;
  access: Access;
  ledger: Ledger;
  key: KeyLife;
  schedules: Record<Scope, Schedule>;
  age: BackupAge;
  freeBackups: FreeBackups;
  poll: Poll;
  serverTrouble: ServerTrouble;
  recorder: Recorder;
  /** What the newest runs teach of the next one. */
  pasts: Record<Scope, PastRun[]>;
  listing: Listing;
  control: Control;
  saving: Saving;
};

/** What the vault says of the portal's key. */
export type KeyStatus =
  | 'ready'
  /** The keyring is locked or not there yet: watching resumes by itself when it opens. */
  | 'keyringClosed'
  /** There is no key that can be read: it has to be entered again. */
  | 'missing';

export type WatchEvent =
  /** `ticket`: the one of the question. */
  | { type: 'replied'; ticket: number; reply: Reply }
  /** Somebody has opened the window, or come back to it. */
  | { type: 'viewed' }
  /** Watching begins again: after a sleep, a pause, or a time without a network. */
  | { type: 'resumed' }
  /** Somebody looks at its runs. */
  | { type: 'historyOpened' }
  | { type: 'historyClosed' }
  /** Its user wants a backup started or stopped. */
  | { type: 'wished'; wish: Wish }
  /** An archive of it is to be saved, or not to be saved any more; or how that has ended. */
  | { type: 'saveWanted'; wanted: WantedSave }
  | { type: 'saveStopped'; backup: BackupId }
  | { type: 'saveEnded'; backup: BackupId; result: SaveResult }
  | { type: 'keyStatus'; keyStatus: KeyStatus }
  /** Its server has moved it to https, as was met while it gets a new key. */
  | { type: 'upgraded'; origin: string }
  | { type: 'newKey'; certificate: string | undefined }
  /** Its user has looked at its certificate; `certificate`: the one that counts from now on. */
  | { type: 'trusted'; certificate: string | undefined };

/** What a portal is asked in; `viewed`: while the window is in the foreground. */
export type Environment = {
  now: number;
  chance: Chance;
  viewed: boolean;
  pausedOrAsleep: boolean;
  online: boolean;
  polling: Polling;
};

/** A portal as it is first watched, at the start of the application or right after it was added. */
export function newWatch(portal: Portal, now: number, chance: Chance): Watch {
  return {
    portal,
    keyStatus: 'keyringClosed',
    jobs: { portal: newJob, server: newJob },
    access: newAccess,
    ledger: newLedger,
    key: newKeyLife,
    schedules: { portal: newSchedule('portal'), server: newSchedule('server') },
    age: newBackupAge(now),
    freeBackups: newFreeBackups,
    poll: firstPoll(now, pauseAfterStart(chance)),
    serverTrouble: noServerTrouble,
    recorder: newRecorder,
    pasts: { portal: [], server: [] },
    listing: newListing,
    control: noControl,
    saving: newSaving,
  };
}

/** Whether its portal can be asked anything: with a key, and over a network where it needs one. */
export function canBeAsked({ portal, keyStatus }: Watch, online: boolean): boolean {
  return keyStatus === 'ready' && (online || !needsNetwork(portal));
}

/** The scopes that are asked in turn. */
export function askedScopes(watch: Watch): Scope[] {
  return watch.portal.scopes.filter((scope) => scope === 'portal' || !isServerAway(watch));
}

/** What the age of its newest finished backup is judged with. */
export function ageKnown({ portal, schedules, jobs }: Watch): AgeKnown {
  return { limit: portal.warnAfter, schedule: schedules.portal, job: jobs.portal };
}
