import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makePackage } from './package/make.ts';

// `npm run package -- [--release] [TARGET]…`: packs the built application for this system into dist/. Targets are
// electron-builder's: dir, deb, rpm and AppImage on Linux, nsis on Windows, dmg on macOS. A release has to be signed.
const { values, positionals: targets } = parseArgs({
  allowPositionals: true,
  options: { release: { type: 'boolean', default: false } },
});
const { release } = values;
const { version, folder } = await makePackage(targets.length > 0 ? { targets, release } : { release });

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
