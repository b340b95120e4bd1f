import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Event } from '../core/event.ts';
import { harden } from './harden.ts';
import { placeNear } from './placement.ts';
import { page } from './protocol.ts';

/** `glance`: from the tray, goes away when it loses the focus. `ordinary`: stays until it is closed. */
export type WindowKind = 'glance' | 'ordinary';

/** The one window: made when it is asked for, destroyed when it goes away, so that nothing of it idles. */
export type WindowKeeper = {
  open: (kind: WindowKind) => void;
  /** Opens the glance window, or closes it when it is there: what a click on the tray icon does. */
  toggle: () => void;
  /** While a form or a question is open, the window stays when it loses the focus. */
  hold: (held: boolean) => void;
  close: () => void;
  contents: () => Electron.WebContents | null;
};

const size = { width: 400, height: 560 };
const least = { minWidth: 320, minHeight: 320 };
/** Clicking the tray icon takes the focus first: that click must not open what it has just closed. */
const longestClick = 300;

export function createWindowKeeper(
  parts: { files: { preload: string; icon: string }; canPlace: boolean; now: () => number },
  dispatch: (event: Event) => void,
): WindowKeeper {
  let window: BrowserWindow | null = null;
  let kind: WindowKind = 'ordinary';
  let held = false;
  let leftAt = -Infinity;

  const make = (wanted: WindowKind): BrowserWindow => {
    const made = new BrowserWindow({
      ...size,
      ...least,
      ...placement(wanted, parts.canPlace),
      ...looks(wanted),
      show: false,
      title: 'Keepwatch',
      icon: parts.files.icon,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#1d2222' : '#ffffff',
      webPreferences: {
        preload: parts.files.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        webSecurity: true,
        spellcheck: false,
        navigateOnDragDrop: false,
      },
    });
    harden(made.webContents);
    made.once('ready-to-show', () => {
      made.show();
      dispatch({ type: 'windowOpened' });
    });
    made.on('focus', () => dispatch({ type: 'windowFocused' }));
    made.on('blur', () => {
      dispatch({ type: 'windowBlurred' });
      if (kind === 'glance' && !held) made.close();
    });
    made.on('closed', () => {
      window = null;
      held = false;
      leftAt = parts.now();
      dispatch({ type: 'windowClosed' });
    });
    void made.loadURL(page);
    return made;
  };

  const open = (wanted: WindowKind): void => {
    if (window === null) {
      kind = wanted;
      window = make(wanted);
      return;
    }
    if (wanted === 'ordinary') kind = 'ordinary';
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };

  return {
    open,
    toggle: () => {
      if (window !== null) window.close();
      else if (parts.now() - leftAt > longestClick) open('glance');
    },
    hold: (nowHeld) => {
      held = nowHeld;
    },
    close: () => window?.close(),
    contents: () => (window === null || window.isDestroyed() ? null : window.webContents),
  };
}

function placement(kind: WindowKind, canPlace: boolean): { x?: number; y?: number; center?: boolean } {
  if (kind === 'ordinary' || !canPlace) return { center: true };
  const cursor = screen.getCursorScreenPoint();
  return placeNear(cursor, size, screen.getDisplayNearestPoint(cursor).workArea);
}

function looks(kind: WindowKind): Electron.BrowserWindowConstructorOptions {
  if (kind === 'ordinary') return { frame: true, autoHideMenuBar: true };
  // skipTaskbar does nothing on Linux; the window type does (seen with xfwm4).
  return {
    frame: false,
    skipTaskbar: true,
    resizable: true,
    ...(process.platform === 'linux' ? { type: 'toolbar' } : {}),
  };
}
