import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { runQuietly } from '../setup/command.mjs';
import { type Electron, provideElectron } from '../setup/electron-runtime.mjs';
import { projectFolder } from '../setup/places.mjs';
import { toolFile } from '../setup/tool.mjs';
import { say } from '../setup/progress.mjs';
import { wantedVersion } from '../setup/runtime/official.mjs';
import { drawIcons } from './icons.ts';
import { licenceText, readLicences } from './licences.ts';

/** What is made, of what version, and where. Each is chosen by itself where nothing is said. */
export type Wish = { targets?: string[]; version?: string; folder?: string; release?: boolean };

/** What was made. */
export type Made = { version: string; folder: string };

/** What each system's users install. */
const usual: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['dir', 'deb', 'rpm'],
  win32: ['nsis'],
  darwin: ['dmg'],
};
const systems: Partial<Record<NodeJS.Platform, string>> = {
  linux: '--linux',
  win32: '--win',
  darwin: '--mac',
};

/** Packs the built application for this system, as electron-builder.yml says. */
export async function makePackage(wish: Wish = {}): Promise<Made> {
  const electron = await provideElectron();
  const version = wish.version ?? packageVersion(electron);
  const folder = wish.folder ?? path.join(projectFolder, 'dist');
  const system = systems[process.platform];
  const targets = wish.targets ?? usual[process.platform];
  if (system === undefined || targets === undefined) throw new Error(`no package for ${process.platform}`);

  say(`packing Keepwatch ${version}: ${targets.join(', ')} …`);
  await rm(folder, { recursive: true, force: true });
  await prepareParts(path.join(projectFolder, 'dist', 'parts'));
  const settings = {
    electronDist: electron.folder,
    electronVersion: electron.version,
    'extraMetadata.version': version,
    'directories.output': folder,
    ...signing(wish.release ?? false, version),
  };
  const flags = Object.entries(settings).map(([name, value]) => `-c.${name}=${value}`);
  const builder = [toolFile('electron-builder'), system, ...targets, '--publish', 'never', ...flags];
  await runQuietly(process.execPath, builder, {
    cwd: projectFolder,
    env: { ...process.env, ...fpm() },
  });
  return { version, folder };
}

/**
 * Who signs it. A release that nobody has signed is refused. For trials on macOS it is signed by nobody in particular
 * ("ad hoc"): Apple silicon starts no bundle without any signature, and flipping the fuses has broken Electron's.
 */
export function signing(release: boolean, version: string): Record<string, string | boolean> {
  if (!release) return { 'mac.identity': '-' };
  if (version.includes('-')) throw new Error(`${version} is for tests, and cannot be released`);
  return { forceCodeSigning: true };
}

/** The version that a package is made as: on another Electron than the one it is made for, it is no release. */
export function packageVersion(electron: Pick<Electron, 'version'>): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')));
  const right = electron.version === wantedVersion(projectFolder);
  return right ? version : `${version}-fallback.${electron.version}`;
}

/** What electron-builder.yml takes from here: drawn icons, written licences. */
async function prepareParts(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await drawIcons(path.join(projectFolder, 'assets'), path.join(folder, 'icons'));
  await writeFile(path.join(folder, 'LICENSES.bundled.txt'), licenceText(readLicences(projectFolder)));
}

/** With the systems' own tools a .deb and an .rpm can be made without downloading another one. */
function fpm(): NodeJS.ProcessEnv {
  const there = existsSync('/usr/bin/dpkg-deb') && existsSync('/usr/bin/rpmbuild');
  return there ? { CUSTOM_FPM_PATH: path.join(import.meta.dirname, 'fpm.mjs') } : {};
}
