import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type NativeImage, nativeImage } from 'electron';
import type { TrayIcon } from '../../present/trayIcon.ts';

/** Where the built files lie, beside this one's. */
const built = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

export const files = {
  preload: path.join(built, 'preload', 'index.cjs'),
  renderer: path.join(built, 'renderer'),
  // The desktop reads this one, and cannot look into a package's archive: there it lies beside it.
  icon: path.join(built.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked'), 'main', 'icons', 'keepwatch.png'),
  tray: path.join(built, 'main', 'tray'),
};

/** The folder of frames that fits the system's tray: colour in the size of its panels, or macOS's template set. */
const trayFolders: Partial<Record<NodeJS.Platform, string>> = {
  win32: path.join('colour', '16'),
  darwin: path.join('template', '22'),
};

/** A tray frame, with its double beside it for dense screens. */
export function loadFrame(frame: TrayIcon): NativeImage {
  const folder = trayFolders[process.platform] ?? path.join('colour', '22');
  const image = nativeImage.createFromPath(path.join(files.tray, folder, `${frame}.png`));
  image.setTemplateImage(process.platform === 'darwin');
  return image;
}
