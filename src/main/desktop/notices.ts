import type { NotificationText } from '../../present/notification/text.ts';

/** What shows notices on this system. */
export type Notifications = {
  /**
   * Whether the system took it. Never throws, and never takes longer than a few seconds; `late` is called when the
   * system has taken it after all, later than that.
   */
  show: (text: NotificationText, late?: () => void) => Promise<boolean>;
  /** Tells each time a notification server appears, or answers again. */
  follow: (tell: () => void) => Promise<void>;
};
