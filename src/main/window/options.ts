import { type BrowserWindowConstructorOptions, nativeTheme, screen } from 'electron';
import { fitting, positionNear } from './position.ts';

/** `glance`: from the tray, goes away when it loses the focus. `ordinary`: stays until it is closed. */
export type WindowKind = 'glance' | 'ordinary';

const wanted = { width: 400, height: 560 };
const least = { width: 320, height: 320 };

/** How a window is made: its size and place, its frame, and how little its page may do. */
export function windowOptions(
  kind: WindowKind,
  files: { preload: string; icon: string },
): BrowserWindowConstructorOptions {
  return {
    ...boundsOf(kind),
    ...looksOf(kind),
    show: false,
    title: 'Keepwatch',
    icon: files.icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1d2222' : '#ffffff',
    webPreferences: {
      preload: files.preload,
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
  };
}

/** Whole on the screen that the pointer is on. */
function boundsOf(kind: WindowKind): BrowserWindowConstructorOptions {
  const cursor = screen.getCursorScreenPoint();
  const { workArea } = screen.getDisplayNearestPoint(cursor);
  const size = fitting(wanted, workArea);
  const { width: minWidth, height: minHeight } = fitting(least, workArea);
  const place =
    kind === 'glance' && canPlaceWindows() ? positionNear(cursor, size, workArea) : { center: true };
  return { ...size, minWidth, minHeight, ...place };
}

/** On Wayland positions are the compositor's to choose. https://github.com/electron/electron/issues/48749 */
function canPlaceWindows(): boolean {
  return process.platform !== 'linux' || process.env['XDG_SESSION_TYPE'] !== 'wayland';
}

function looksOf(kind: WindowKind): BrowserWindowConstructorOptions {
  if (kind === 'ordinary') return { frame: true, autoHideMenuBar: true };
  // skipTaskbar does nothing on Linux; the window type does (seen with xfwm4).
  return {
    frame: false,
    skipTaskbar: true,
    resizable: true,
    ...(process.platform === 'linux' ? { type: 'toolbar' } : {}),
  };
}
