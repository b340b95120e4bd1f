import fs from 'node:fs';
import path from 'node:path';

/**
 * "FROM=TO", as fpm is told: a file or folder, and where it is installed below the root of the package.
 * @param {string} mapping
 * @param {string} root
 */
export function copyIn(mapping, root) {
  const cut = mapping.lastIndexOf('=');
  const to = path.join(root, mapping.slice(cut + 1));
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.cpSync(mapping.slice(0, cut), to, { recursive: true, verbatimSymlinks: true });
}

/**
 * Lets everybody read it, and start it where it is a program.
 * @param {string} file
 */
export function allowReading(file) {
  const status = fs.lstatSync(file);
  if (status.isDirectory()) fs.chmodSync(file, 0o755);
  else if (status.isFile()) fs.chmodSync(file, status.mode & 0o111 ? 0o755 : 0o644);
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
export function filesBelow(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? [file, ...filesBelow(file)] : [file];
  });
}
