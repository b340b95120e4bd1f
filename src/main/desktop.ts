import type { NoticeAction } from '../present/notice.ts';
import type { Notices } from './notices.ts';

/** The system's keyring: open, closed (it can be opened later), or not there at all. */
export type KeyringState = 'open' | 'closed' | 'absent';

/** What the desktop offers beside the tray. */
export type Desktop = {
  notices: Notices;
  followKeyring: (tell: (state: KeyringState) => void) => Promise<void>;
  /** Tells whether there is something that shows tray icons, where that can change. */
  followTrayHost: (tell: (there: boolean) => void) => Promise<void>;
  close: () => void;
};

/** A click on a notice, or on one of its buttons. The token lets a Wayland compositor raise a window for it. */
export type Act = (action: NoticeAction, activationToken: string | null) => void;
