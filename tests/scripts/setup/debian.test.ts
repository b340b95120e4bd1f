import { beforeEach, expect, test, vi } from 'vitest';
import { findMissing, installDebianPackages, tryDebianPackages } from '../../../scripts/setup/debian.mjs';
import { DEBIAN_PACKAGES, packagesOf } from '../../../scripts/setup/debian-packages.mjs';

const everything = packagesOf(['electron', 'desktop', 'pictures', 'packages']);

/** A machine with some packages on it. `undefined`: one that has no dpkg. */
function machine(
  installed: string[] | undefined,
  { isRoot = true, isLinux = true, isDesktopInUse = false } = {},
) {
  const listing = installed?.map((name) => `installed ${name} \n`).join('');
  return {
    isLinux,
    isRoot,
    isDesktopInUse,
    listPackages: vi.fn<() => Promise<string | undefined>>(() => Promise.resolve(listing)),
    installPackages: vi.fn<(names: string[]) => Promise<void>>(() => Promise.resolve()),
  };
}

const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
});

test('what is wanted and not installed is missing', () => {
  const listing = [
    'installed xvfb xserver',
    'config-files dbus default-dbus-system-bus (= 1.14), dbus-system-bus',
    'installed libasound2t64 libasound2 (= 1.2.11-1), libasound2-other',
    'not-installed xfwm4 x-window-manager',
  ].join('\n');
  const wanted = ['xvfb', 'dbus', 'libasound2', 'xfwm4', 'xdotool'];
  expect(findMissing(wanted, listing)).toEqual(['dbus', 'xfwm4', 'xdotool']);
});

test('root gets the missing packages of the groups it needs, and no others', async () => {
  const here = machine(everything.filter((name) => !['libgbm1', 'xvfb', 'imagemagick'].includes(name)));
  await installDebianPackages(['electron', 'desktop'], here);
  expect(here.installPackages.mock.calls).toEqual([[['libgbm1', 'xvfb']]]);
});

test('anybody else is told in one line what to install', async () => {
  const here = machine(
    everything.filter((name) => name !== 'xvfb'),
    { isRoot: false },
  );
  await installDebianPackages(['desktop'], here);
  expect(here.installPackages).not.toHaveBeenCalled();
  expect(said).toEqual([
    'keepwatch: packages are missing: sudo apt-get install --no-install-recommends xvfb\n',
  ]);
});

test('nothing is installed onto a desktop that somebody works on, not even by root', async () => {
  const here = machine(
    everything.filter((name) => name !== 'xvfb'),
    { isDesktopInUse: true },
  );
  await installDebianPackages(['desktop'], here);
  expect(here.installPackages).not.toHaveBeenCalled();
  expect(said).toEqual(['keepwatch: packages are missing: apt-get install --no-install-recommends xvfb\n']);
});

test('where nothing is missing nothing is said', async () => {
  const here = machine(everything);
  await installDebianPackages(['electron', 'desktop', 'pictures'], here);
  expect(here.installPackages).not.toHaveBeenCalled();
  expect(here.listPackages).toHaveBeenCalledTimes(1);
  expect(said).toEqual([]);
});

test('a Linux without dpkg gets the names, another system nothing at all', async () => {
  await installDebianPackages(['electron'], machine(undefined));
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('libgtk-3-0');
  await installDebianPackages(['electron'], machine(undefined, { isLinux: false }));
  expect(said).toHaveLength(1);
});

test('each package is named once and says what it is for', () => {
  expect(new Set(everything).size).toBe(everything.length);
  const reasons = Object.values(DEBIAN_PACKAGES).flatMap((group) => Object.values(group));
  expect(reasons.filter((reason) => reason === '')).toEqual([]);
});

test('what one can do without is done without where it cannot be installed, and that is said', async () => {
  const here = machine([]);
  here.installPackages.mockRejectedValue(new Error('Unable to locate package chromium'));
  await tryDebianPackages(['browser'], here);
  expect(said.at(-1)).toBe(
    'keepwatch: going on without chromium, whose tests are skipped: Unable to locate package chromium\n',
  );
});
