import type { NoticeText } from '../present/notice.ts';

/** What shows notices on this system. */
export type Notices = {
  /** Whether the system took it. Never throws, and never takes longer than a few seconds. */
  show: (text: NoticeText) => Promise<boolean>;
  /** Tells each time a notification server appears. */
  follow: (tell: () => void) => Promise<void>;
};
