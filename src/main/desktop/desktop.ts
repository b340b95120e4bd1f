import type { KeyringState } from '../../core/state.ts';
import type { Action } from '../../present/action.ts';
import type { NotificationText } from '../../present/notification/text.ts';

/**
 * What shows tray icons; `lacking`: it is there, and does not know ours. `embedded`: only one that embeds X11 windows,
 * which Electron's icon is where nobody takes it otherwise.
 */
export type TrayHost = 'there' | 'lacking' | 'embedded' | 'absent';

/** What shows notifications on this system. */
export type Notifications = {
  /**
   * Whether the system took it. Never throws, and never takes longer than a few seconds; `late` is called when the
   * system has taken it after all, later than that.
   */
  show: (text: NotificationText, late?: () => void) => Promise<boolean>;
  /** Takes the notification of a tag from the screen, if it is there. Never throws. */
  takeBack: (tag: string) => Promise<void>;
  /** Tells each time a notification server appears, or answers again. */
  follow: (tell: () => void) => Promise<void>;
};

/** What the desktop offers beside the tray. */
export type Desktop = {
  notifications: Notifications;
  followKeyring: (tell: (state: KeyringState) => void) => Promise<void>;
  /**
   * Has the keyring unlocked, or made where there is none to store in; the system may ask its user for a password. Only
   * when somebody wants something of it. What came of it is told as the keyring's state.
   */
  unlockKeyring: () => Promise<void>;
  /** Tells whether a screen reader is in use; only where Chromium does not find that out by itself. */
  followScreenReader: (tell: (inUse: boolean) => void) => Promise<void>;
  followTrayHost: (tell: (host: TrayHost) => void) => Promise<void>;
  close: () => void;
};

/** A click on a notification, or on one of its buttons. The token lets a Wayland compositor raise a window for it. */
export type Act = (action: Action, activationToken: string | null) => void;
