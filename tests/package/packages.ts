import { copyFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { areYounger } from '../../scripts/setup/application.mjs';
import { runQuietly } from '../../scripts/setup/command.mjs';
import { provideElectron } from '../../scripts/setup/electron-runtime.mjs';
import { alone } from '../../scripts/setup/lock.mjs';
import { makePackage, packageVersion } from '../../scripts/package/make.ts';
import { projectFolder } from '../../scripts/setup/places.mjs';
import { packaged } from '../support/desktop/packaged.ts';

const sources = ['out', 'assets', 'scripts/package', 'electron-builder.yml', 'package.json', 'LICENSE'];
const shippedFolder = path.dirname(packaged.shipped);
const drivenFolder = path.dirname(packaged.driven);

/** What is packed here; on Linux that is a folder, a Debian package and one for Fedora and openSUSE. */
export type Packages = {
  version: string;
  folder: string;
  debian: string;
  rpm: string;
  /** The same once more, as a later version to upgrade to. */
  laterVersion: string;
  laterDebian: string;
};

/** The packages that all tests share. */
export async function packages(): Promise<Packages> {
  const version = packageVersion(await provideElectron());
  const laterVersion = version.replace(
    /^(\d+\.\d+)\.(\d+)/,
    (_all, minor, patch) => `${minor}.${Number(patch) + 1}`,
  );
  return {
    version,
    folder: shippedFolder,
    debian: path.join(projectFolder, 'dist', `keepwatch_${version}_amd64.deb`),
    rpm: path.join(projectFolder, 'dist', `keepwatch-${version}.x86_64.rpm`),
    laterVersion,
    laterDebian: path.join(projectFolder, 'dist', 'later', `keepwatch_${laterVersion}_amd64.deb`),
  };
}

/** Packs the built application once more, unless what is there was packed after the last change. */
export async function preparePackages(): Promise<void> {
  await alone(path.join(projectFolder, 'node_modules', '.keepwatch-package.lock'), async () => {
    const { debian, rpm, laterVersion, laterDebian } = await packages();
    const results = [debian, rpm, laterDebian, packaged.shipped, packaged.driven];
    const names = results.map((file) => path.relative(projectFolder, file));
    if (areYounger(projectFolder, names, sources)) return;
    await makePackage();
    await makeDrivenCopy();
    const later = path.dirname(laterDebian);
    await makePackage({ targets: ['deb'], version: laterVersion, folder: later });
    await rm(path.join(later, 'linux-unpacked'), { recursive: true });
  });
}

/** What ships, but for the one fuse that keeps Playwright out. */
async function makeDrivenCopy(): Promise<void> {
  await runQuietly('cp', ['--archive', '--link', shippedFolder, drivenFolder]);
  await rm(packaged.driven);
  await copyFile(packaged.shipped, packaged.driven);
  await flipFuses(packaged.driven, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
