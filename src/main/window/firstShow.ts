import type { Clock } from '../clock.ts';

/** A page that has loaded and is not said to be drawn by then is shown as it is. In milliseconds. */
const longestDrawing = 300;

/** What of Electron's window is listened to. */
type Showable = {
  once: (event: 'ready-to-show', hear: () => void) => unknown;
  webContents: { once: (event: 'did-finish-load', hear: () => void) => unknown };
};

/**
 * Calls back once, when a new window can be shown: its page is drawn, or has loaded some time ago. On Wayland Electron
 * may never say that a page is drawn. https://github.com/electron/electron/issues/48859
 */
export function whenShowable(window: Showable, after: Clock['after'], show: () => void): void {
  let shown = false;
  const showOnce = (): void => {
    if (!shown) show();
    shown = true;
  };
  window.once('ready-to-show', showOnce);
  window.webContents.once('did-finish-load', () => after(longestDrawing, showOnce));
}
