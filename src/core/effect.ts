import type { BackupId } from './backup/job.ts';
import type { Question } from './docspace/question.ts';
import type { RunRecord } from './history/runRecord.ts';
import type { NewsNotification } from './news/delivery.ts';
import type { Portal } from './portal.ts';

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
