import type { Desktop } from '../../tests/support/desktop/desktop.ts';
import type { DesktopOptions } from '../../tests/support/desktop/desktopOptions.ts';
import type { Environment } from '../../tests/support/desktop/child.ts';
import type { Place, Region } from '../../tests/support/desktop/region.ts';

/** How a shell shows icons of applications: over D-Bus, as embedded X windows, or not at all. */
export type TrayKind = 'StatusNotifier' | 'XEmbed' | 'none';

/** A desktop shell as people have it, and how it is started without a screen. */
export type Shell = {
  name: string;
  /** The Debian package whose version is the shell's. */
  package: string;
  tray: TrayKind;
  desktop?: DesktopOptions;
  /** What the application needs in addition, such as the choice of Wayland. */
  application?: { args?: string[]; env?: Environment };
  /** Starts it, and is ready when somebody could use it. */
  open: (desktop: Desktop) => Promise<RunningShell>;
};

/** A shell that has started. */
export type RunningShell = {
  /** Where the tray's icons are. */
  panel: Region;
  /** Ends what shows the panel, as a crash does, and starts it anew. */
  restart: () => Promise<void>;
  /** Does what a notification offers first; where nothing is said a click in its middle does. */
  clickBubble?: (bubble: Region) => Promise<void>;
  /** Whether it asks for the keyring's password by itself; elsewhere nobody does. */
  prompts?: boolean;
  /** With which button; the left one where nothing is said. */
  bubbleButton?: 'left' | 'middle';
  /** How the icon is clicked so that it tells the application; once where nothing is said. */
  iconClick?: 'double';
  /** Whether a tooltip is shown at all. */
  tooltips?: false;
  /** A place that takes the focus when it is clicked: another program's window, or the background. */
  elsewhere: Place;
};
