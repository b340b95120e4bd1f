import type { Account, Environment } from './child.ts';
import type { Font } from './font.ts';

/** What a desktop has. Everything is there unless it is left out. */
export type DesktopOptions = {
  display?: boolean;
  sessionBus?: boolean;
  systemBus?: boolean;
  /** What the session bus starts by itself when it is asked for; nothing unless it is named. */
  services?: readonly string[];
  /** Width and height of the screen. */
  size?: `${number}x${number}`;
  /** More environment, such as XDG_CURRENT_DESKTOP, which is unset unless a test sets it. */
  env?: Environment;
  /** The font of the user interface; Inter where nothing is said. */
  font?: Font;
  /** The user the home belongs to, where the application runs as another than who runs the tests. */
  account?: Account;
  /** Where the home is made; among the system's temporary files where nothing is said. */
  folder?: string;
};
