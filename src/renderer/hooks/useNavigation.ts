import { useState } from 'preact/hooks';
import { bridge } from '../bridge.ts';

/** What can be opened from the list; `opener` is the id of the button that did it. */
type Screen = { opener: string } & (
  | { is: 'settings' }
  | { is: 'connect'; portal: string | null }
  | { is: 'certificate' }
  | { is: 'history'; portal: string }
);

export type Navigation = {
  /** What is open, or null for the list. */
  current: Screen | null;
  openSettings: () => void;
  /** Opens the form for a new portal, or for another key of this one. */
  connect: (portal: string | null) => void;
  /** Looks at the certificate that a portal shows now. */
  certificate: (portal: string) => void;
  /** Looks at the runs of a portal. */
  history: (portal: string) => void;
  back: () => void;
};

export type ScreenName = Screen['is'];

/**
 * Which screen is open is the window's own affair; everything it shows comes with the snapshot. `load`: loads what draws a
 * screen; until it is there, what was open stays.
 */
export function useNavigation(load: (screen: ScreenName) => Promise<void>): Navigation {
  const [screens, setScreens] = useState<Screen[]>([]);
  const open = (screen: Screen): void => {
    const show = (): void =>
      setScreens((opened) => (opened.at(-1)?.is === screen.is ? opened : [...opened, screen]));
    // One that could not be loaded says so itself.
    load(screen.is).then(show, show);
  };
  const opener = (): string => document.activeElement?.id ?? '';
  return {
    current: screens.at(-1) ?? null,
    openSettings: () => open({ is: 'settings', opener: opener() }),
    connect: (portal) => {
      bridge.dispatch({ type: 'connectOpened', portal });
      open({ is: 'connect', portal, opener: opener() });
    },
    certificate: (portal) => {
      bridge.dispatch({ type: 'certificateOpened', portal });
      open({ is: 'certificate', opener: opener() });
    },
    history: (portal) => open({ is: 'history', portal, opener: opener() }),
    back: () => setScreens(screens.slice(0, -1)),
  };
}
