import { useState } from 'preact/hooks';
import { bridge } from '../bridge.ts';

/** What can be opened from the list; `opener` is the id of the button that did it. */
type Screen = { opener: string } & (
  | { is: 'settings' }
  | { is: 'connect'; portal: string | null }
  | { is: 'certificate' }
);

export type Navigation = {
  /** What is open, or null for the list. */
  current: Screen | null;
  openSettings: () => void;
  /** Opens the form for a new portal, or for another key of this one. */
  connect: (portal: string | null) => void;
  /** Looks at the certificate that a portal shows now. */
  certificate: (portal: string) => void;
  back: () => void;
};

/** Which view is open is the window's own affair; everything it shows comes with the snapshot. */
export function useNavigation(): Navigation {
  const [screens, setScreens] = useState<Screen[]>([]);
  const opener = (): string => document.activeElement?.id ?? '';
  return {
    current: screens.at(-1) ?? null,
    openSettings: () => setScreens([...screens, { is: 'settings', opener: opener() }]),
    connect: (portal) => {
      bridge.dispatch({ type: 'connectOpened', portal });
      setScreens([...screens, { is: 'connect', portal, opener: opener() }]);
    },
    certificate: (portal) => {
      bridge.dispatch({ type: 'certificateOpened', portal });
      setScreens([...screens, { is: 'certificate', opener: opener() }]);
    },
    back: () => setScreens(screens.slice(0, -1)),
  };
}
