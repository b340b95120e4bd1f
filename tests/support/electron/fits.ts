import { BrowserWindow, screen } from 'electron';
import { windowOptions } from '../../../src/main/window/options.ts';

/** Makes the window that comes from the tray, and tells whether all of it is within the work area. */
export function run(): unknown {
  const window = new BrowserWindow(windowOptions('glance', { preload: '', icon: '' }, null));
  const { x, y, width, height } = window.getBounds();
  const { scaleFactor, workArea } = screen.getPrimaryDisplay();
  const isWhole =
    x >= workArea.x &&
    y >= workArea.y &&
    x + width <= workArea.x + workArea.width &&
    y + height <= workArea.y + workArea.height;
  window.destroy();
  return { scaleFactor, isWhole };
}
