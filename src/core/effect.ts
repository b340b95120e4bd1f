import type { BackupId } from './backup/job.ts';
import type { Question } from './docspace/question.ts';
import type { RunRecord } from './history/runRecord.ts';
import type { NewsNotification } from './news/delivery.ts';
import type { KeepLimit, Portal } from './portal.ts';
import type { SaveOrder } from './saving/order.ts';
import type { WrittenArchive } from './saving/written.ts';

/** A file that Keepwatch has written, by what it is known again. */
type OwnFile = Pick<WrittenArchive, 'file' | 'bytes' | 'sha256'>;

/** What the engine is to do: plain data, done in order. */
export type Effect =
  | { do: 'saveSettings' }
  | { do: 'saveWatch'; portal: string }
  /** What has become known of runs of a portal is put to what is known. */
  | { do: 'recordRuns'; portal: string; runs: RunRecord[] }
  | { do: 'readRuns'; portal: string }
  | {
      do: 'query';
      portal: string;
      origin: string;
      certificate: string | null;
      question: Question;
      ticket: number;
    }
  | { do: 'notify'; notification: NewsNotification }
  /** An archive is saved; how far it is and how it ends is told. The order holds its link. */
  | { do: 'saveArchive'; order: SaveOrder }
  | { do: 'stopSaving'; portal: string; backup: BackupId }
  /** Archives that Keepwatch has written, and that are not to be kept any more. */
  | { do: 'deleteArchives'; portal: string; folder: string; files: OwnFile[] }
  /** What has come of an archive that was given up; how it ends is told. */
  | { do: 'deletePart'; portal: string; backup: BackupId; folder: string }
  /** Its user is asked for a folder: for this backup, or for every finished one (null), with so many to be kept. */
  | {
      do: 'askFolder';
      portal: string;
      backup: BackupId | null;
      keep: KeepLimit | null;
      suggested: string | null;
    }
  /** A file is shown in its folder. */
  | { do: 'showFile'; file: string }
  /** What the notification tells of that backup is over. */
  | { do: 'takeBack'; portal: string; backup: BackupId }
  | { do: 'open'; url: string }
  | { do: 'copy'; text: string }
  /** Key, history and connections of a portal are forgotten. */
  | { do: 'forget'; portal: string }
  /** Drop pooled connections: after sleep or another network they are dead without knowing it. */
  | { do: 'dropConnections' }
  /** A question of a portal that is being added; the key of the attempt goes along where the question needs it. */
  | { do: 'probe'; attempt: number; origin: string; certificate: string | null; question: Question }
  /** The certificate of a server is read, without trusting it: nothing is asked over that connection. */
  | { do: 'readCertificate'; attempt: number; origin: string }
  /** The key of the attempt becomes the portal's; one without an id is new and gets one. */
  | { do: 'store'; attempt: number; portal: Omit<Portal, 'id'> & { id: string | null } }
  /** Its key, which was sealed for its address without encryption, is sealed for this one. */
  | { do: 'resealKey'; portal: string; origin: string }
  /** The system is asked to unlock its keyring, or to make one; its user may have to type a password. */
  | { do: 'unlockKeyring' }
  /** The key of the attempt is not needed any more. */
  | { do: 'dropAttempt' };
