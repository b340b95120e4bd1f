import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { makePackage } from './package/make.ts';

// `npm run package [TARGET]…`: packs the built application for this system into dist/. Targets are electron-builder's:
// dir, deb and AppImage on Linux, nsis and portable on Windows, dmg on macOS.
const targets = process.argv.slice(2);
const { version, folder } = await makePackage(targets.length > 0 ? { targets } : {});

for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
  const file = path.join(entry.parentPath, entry.name);
  const isPackage = entry.parentPath === folder && entry.isFile() && !entry.name.startsWith('builder-');
  if (isPackage || entry.name === 'app.asar') print(file);
}
if (version.includes('-')) {
  process.stdout.write(
    `${version} is for tests, and not a release: this is not the Electron that it is made for\n`,
  );
}

function print(file: string): void {
  const size = (statSync(file).size / 1e6).toFixed(2);
  process.stdout.write(`${path.relative(process.cwd(), file)}  ${size} MB\n`);
}
