import type { BackupId } from './backup/job.ts';
import type { StorageChoice } from './control/control.ts';
import type { Scope } from './docspace/request.ts';
import type { ConnectEvent } from './connect/event.ts';
import type { Reply } from './docspace/question.ts';
import type { RunName } from './history/openHistory.ts';
import type { RunRecord } from './history/runRecord.ts';
import type { AgeLimit, KeepLimit, Portal } from './portal.ts';
import type { ListedPortal, ListRefusal } from './portalList.ts';
import type { SaveProgress, SaveResult } from './saving/order.ts';
import type { NotificationKind, Polling, Theme } from './settings.ts';
import type { Application } from './state.ts';
import type { AnnouncementId } from './news/delivery.ts';
import type { KeyStatus } from './watch/watch.ts';

/** Whatever can happen. */
export type Event =
  /** Time has passed: what is due is done. */
  | { type: 'time' }
  | PortalEvent
  | ConditionEvent
  | DeliveryEvent
  | ConnectEvent
  | HistoryEvent
  | ListEvent
  | SavingEvent
  | Command;

/** What happens to one portal. */
type PortalEvent =
  /** Somebody wants to know now; null: of every portal. */
  | { type: 'checkNow'; portal: string | null }
  | { type: 'replied'; portal: string; ticket: number; reply: Reply }
  | { type: 'keyStatus'; portal: string; keyStatus: KeyStatus };

/** What happens to the saving of archives. */
export type SavingEvent =
  | { type: 'saveProgress'; portal: string; backup: BackupId; progress: SaveProgress }
  | { type: 'saveEnded'; portal: string; backup: BackupId; result: SaveResult }
  /** Of these files nothing more is to be known: deleted, or not as Keepwatch had written them. */
  | { type: 'archivesGone'; portal: string; files: string[] }
  /** Nothing is left of an archive that was given up. */
  | { type: 'partGone'; portal: string; backup: BackupId; folder: string }
  /** Its user has chosen a folder: for this backup, or for every finished one (null), with so many to be kept. */
  | { type: 'folderChosen'; portal: string; backup: BackupId | null; keep: KeepLimit | null; folder: string };

/** What happens to all of them. */
export type ConditionEvent =
  | { type: 'network'; online: boolean }
  /** An address of this machine is gone: what was connected from there is dead without knowing it. */
  | { type: 'addressGone' }
  | { type: 'slept' }
  | { type: 'woke' }
  /** The wall clock was set, or jumped over a sleep that nobody announced. */
  | { type: 'clockJumped' }
  /** `until`: epoch milliseconds; Infinity for "until resumed". */
  | { type: 'paused'; until: number }
  /** For half an hour. */
  | { type: 'pausedBriefly' }
  | { type: 'resumed' }
  | { type: 'application'; facts: Partial<Application> }
  | { type: 'windowOpened' }
  | { type: 'windowFocused' }
  | { type: 'windowBlurred' }
  | { type: 'windowClosed' };

/** What the window shows at one time: which endings, and which announcements that wait to be told. */
export type Visible = { endings: Array<{ portal: string } & BackupId>; items: AnnouncementId[] };

/** What became of a notification, or of what it would have told. */
export type DeliveryEvent =
  | { type: 'notificationShown'; items: AnnouncementId[] }
  | { type: 'notificationRefused'; items: AnnouncementId[] }
  | { type: 'notificationsBack' }
  /** It was seen in the window. */
  | { type: 'seen'; visible: Visible };

/** What happens to the view of one portal's runs. */
export type HistoryEvent =
  | { type: 'historyOpened'; portal: string }
  | { type: 'historyClosed' }
  /** What its file holds. */
  | { type: 'runsRead'; portal: string; runs: RunRecord[] }
  | { type: 'runChosen'; run: RunName }
  | { type: 'allRunsWanted' };

/** What happens to the list of portals as a file. */
export type ListEvent =
  | { type: 'portalsImported'; portals: Array<ListedPortal & Pick<Portal, 'id'>> }
  | { type: 'importRefused'; why: ListRefusal }
  /** Whether the file could be written. */
  | { type: 'portalsExported'; saved: boolean };

/** What the user can ask for. */
export type Command =
  /** The link of this backup and no other; where it is gone, the portal's backup page. */
  | { type: 'openLink' | 'copyLink'; portal: string; backup: BackupId }
  /** The portal's backup page; `backup`: the ending that sends somebody there. */
  | { type: 'openPage'; portal: string; backup: BackupId | null }
  | { type: 'openPortal'; portal: string }
  | { type: 'watchServer'; portal: string; on: boolean }
  /** A backup is to be started, or this one stopped. */
  | { type: 'startBackup'; portal: string; scope: Scope; storage: StorageChoice }
  | { type: 'stopBackup'; portal: string; backup: BackupId }
  /** Its archive is saved to the portal's folder, or to one that its user is asked for. */
  | { type: 'saveArchive' | 'stopSaving'; portal: string; backup: BackupId }
  /** What could not be saved is tried again at once. */
  | { type: 'retrySaving'; portal: string }
  /** Shown in its folder. */
  | { type: 'showArchive'; portal: string; backup: BackupId }
  /** Every finished backup is saved, all or so many of them kept; or none any more. */
  | { type: 'saveEvery'; portal: string; keep: KeepLimit | 'all' | 'off' }
  /** Another folder for them. */
  | { type: 'chooseFolder'; portal: string }
  | { type: 'rename'; portal: string; name: string }
  /** Warn when its last finished backup is older than so many days; null: never. */
  | { type: 'warnAfter'; portal: string; days: AgeLimit | null }
  | { type: 'remove'; portal: string }
  /** The certificate of its own is trusted no more, only what the system trusts. */
  | { type: 'distrust'; portal: string }
  | { type: 'theme'; theme: Theme }
  /** Of news of this kind a notification is shown, or no more. */
  | { type: 'notifyOf'; kind: NotificationKind; on: boolean }
  | { type: 'polling'; polling: Polling }
  /** The keyring is to be unlocked, or made where there is none to store in. */
  | { type: 'unlockKeyring' };
