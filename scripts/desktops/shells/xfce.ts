import { Panel } from '../../../tests/support/desktop/panel.ts';
import { restartPanel } from '../../../tests/support/desktop/xfce.ts';
import { openOtherWindow } from '../otherWindow.ts';
import type { Shell } from '../shell.ts';

/** Xfce: its panel, window manager and notification server, as `npm run demo` has them. */
export const xfce: Shell = {
  name: 'Xfce',
  package: 'xfce4-panel',
  tray: 'StatusNotifier',
  desktop: { env: { XDG_CURRENT_DESKTOP: 'XFCE' } },
  open: async (desktop) => {
    const panel = await Panel.open(desktop);
    const elsewhere = await openOtherWindow(desktop);
    return {
      panel: { x: 0, y: 0, width: 1280, height: 32 },
      restart: async () => restartPanel(desktop),
      // Even the default action is a button there, the first of them.
      clickBubble: async () => panel.clickBubbleButton(0),
      elsewhere,
    };
  },
};
