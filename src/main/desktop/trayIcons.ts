import path from 'node:path';
import { type NativeImage, nativeImage } from 'electron';
import type { TrayIcon } from '../../present/trayIcon.ts';

/** The folder of icons that fits the system's tray: colour in the size of its panels, or macOS's template set. */
const trayFolders: Partial<Record<NodeJS.Platform, string>> = {
  win32: path.join('colour', '16'),
  darwin: path.join('template', '22'),
};

/** An icon of the tray, with its double beside it for dense screens. `folder`: where all of them lie. */
export function loadTrayIcon(folder: string, icon: TrayIcon): NativeImage {
  const set = trayFolders[process.platform] ?? path.join('colour', '22');
  const image = nativeImage.createFromPath(path.join(folder, set, `${icon}.png`));
  image.setTemplateImage(process.platform === 'darwin');
  return image;
}
