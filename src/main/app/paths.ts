import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the built files lie, beside this one's. */
const built = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

export const files = {
  preload: path.join(built, 'preload', 'index.cjs'),
  renderer: path.join(built, 'renderer'),
  archiveWorker: path.join(built, 'main', 'archiveWorker.js'),
  // The desktop reads this one, and cannot look into a package's archive: there it lies beside it.
  icon: path.join(built.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked'), 'main', 'icons', 'keepwatch.png'),
  tray: path.join(built, 'main', 'tray'),
};
