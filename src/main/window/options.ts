import { app, type BrowserWindowConstructorOptions, nativeTheme, screen } from 'electron';
import { fitting, type Point, positionNear } from './position.ts';

/** `glance`: from the tray, goes away when it loses the focus. `ordinary`: stays until it is closed. */
export type WindowKind = 'glance' | 'ordinary';

const wanted = { width: 400, height: 560 };
const least = { width: 320, height: 320 };

/**
 * How a window is made: its size and place, its frame, and how little its page may do. `pointer`: where it is, in pixels
 * of X11; null, where Electron is to be asked.
 */
export function windowOptions(
  kind: WindowKind,
  files: { preload: string; icon: string },
  pointer: Point | null,
): BrowserWindowConstructorOptions {
  return {
    ...boundsOf(kind, pointer),
    ...looksOf(kind),
    // There it appears with its first frame, and one that is made hidden and shown later often never does.
    show: isOnWayland(),
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

/** Whole on the screen that the pointer is on; on Wayland, where nobody may know that, on every screen. */
function boundsOf(kind: WindowKind, pointer: Point | null): BrowserWindowConstructorOptions {
  if (isOnWayland()) {
    const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
    const [size, { width: minWidth, height: minHeight }] = [
      areas.reduce(fitting, wanted),
      areas.reduce(fitting, least),
    ];
    return { ...size, minWidth, minHeight };
  }
  // X11 has one scale for all of its screens.
  const { scaleFactor } = screen.getPrimaryDisplay();
  const cursor =
    pointer === null
      ? screen.getCursorScreenPoint()
      : { x: Math.round(pointer.x / scaleFactor), y: Math.round(pointer.y / scaleFactor) };
  const { workArea } = screen.getDisplayNearestPoint(cursor);
  const size = fitting(wanted, workArea);
  const { width: minWidth, height: minHeight } = fitting(least, workArea);
  const place = kind === 'glance' ? positionNear(cursor, size, workArea) : { center: true };
  return { ...size, minWidth, minHeight, ...place };
}

/**
 * Whether the windows are Wayland's: then a place is the compositor's to choose, and asking for the pointer's crashes
 * Electron while there is no window (https://github.com/electron/electron/issues/41559). Where nobody has set the
 * switch, Chromium does so at its start (ui/linux/display_server_utils.h).
 */
function isOnWayland(): boolean {
  return app.commandLine.getSwitchValue('ozone-platform') === 'wayland';
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
