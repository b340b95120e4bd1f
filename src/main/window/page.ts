import type { BrowserWindow } from 'electron';
import type { Clock } from '../clock.ts';
import { failedPageUrl, pageOrigin, pageUrl } from './protocol.ts';

/** A page that has drawn nothing by then draws nothing any more. */
const longestBlank = 5000;
const drawn = 'document.getElementById("window")?.childElementCount > 0';

type PageParts = {
  after: Clock['after'];
  /** The page is not there any more, or never was. */
  failed: (reason: string) => void;
  /** It is asked for once more. */
  again: () => void;
};

/**
 * Shows a page in a window; and instead of a white one, when its process dies, its files are not there or its script
 * fails before anything is drawn, the page that says so and leads back. If that fails too, the window goes.
 */
export function showPage(window: BrowserWindow, wanted: string, parts: PageParts): void {
  const { webContents } = window;
  let shown = wanted;
  // Closed before it has loaded, it says that it could not be loaded.
  let leaving = false;
  window.once('close', () => (leaving = true));

  const giveUp = (reason: string): void => {
    if (leaving) return;
    parts.failed(reason);
    if (shown === failedPageUrl) window.destroy();
    else load(failedPageUrl);
  };
  const load = (address: string): void => {
    shown = address;
    window.loadURL(address).catch((error: unknown) => {
      // Given up for another page, it says that it could not be loaded as well; even through that page's own promise.
      if (shown === address && !isAboutAnother(error, address)) giveUp(String(error));
    });
  };
  const checkDrawn = async (): Promise<void> => {
    if (leaving || window.isDestroyed() || shown === failedPageUrl) return;
    const there: unknown = await webContents.executeJavaScript(drawn);
    if (there !== true) giveUp('nothing drawn');
  };

  webContents.on('render-process-gone', (_event, { reason }) => giveUp(reason));
  webContents.on('did-finish-load', () => {
    // A page that goes away in between does not answer.
    parts.after(longestBlank, () => void checkDrawn().catch(() => undefined));
  });
  // No event of Electron's refuses about:blank, which is a white page.
  webContents.on('did-navigate', (_event, url) => {
    if (!url.startsWith(`${pageOrigin}/`)) giveUp('left its page');
  });
  // Refused like every navigation; this one is meant. (Once refused here, it comes to no other event.)
  webContents.on('will-frame-navigate', ({ url }) => {
    if (shown !== failedPageUrl || url !== pageUrl) return;
    load(wanted);
    parts.again();
  });
  load(wanted);
}

function isAboutAnother(error: unknown, address: string): boolean {
  return error instanceof Error && 'url' in error && error.url !== address;
}
