import path from 'node:path';
import { runQuietly } from './command.mjs';
import { isDesktopInUse } from './desktopInUse.mjs';
import { packagesOf } from './debian-packages.mjs';
import { alone } from './lock.mjs';
import { cacheFolder } from './places.mjs';
import { say } from './progress.mjs';

/** This machine, as far as its packages are concerned. */
const thisMachine = {
  isLinux: process.platform === 'linux',
  isRoot: process.getuid?.() === 0,
  isDesktopInUse: isDesktopInUse(),
  listPackages,
  installPackages,
};

/**
 * Makes sure of the Debian packages of some groups: installs the missing ones if it may and nobody works
 * on this desktop, otherwise names them.
 * @param {import('./debian-packages.mjs').Group[]} groups
 * @param {typeof thisMachine} machine
 */
export async function installDebianPackages(groups, machine = thisMachine) {
  if (!machine.isLinux || groups.length === 0) return;
  const listing = await machine.listPackages();
  const missing = findMissing(packagesOf(groups), listing ?? '');
  if (missing.length === 0) return;
  if (listing === undefined) {
    say(`not a Debian; what it needs is known by Debian's names only: ${missing.join(' ')}`);
  } else if (machine.isRoot && !machine.isDesktopInUse) {
    say(`installing ${missing.length} Debian packages: ${missing.join(' ')} …`);
    await machine.installPackages(missing);
  } else {
    const sudo = machine.isRoot ? '' : 'sudo ';
    say(`packages are missing: ${sudo}apt-get install --no-install-recommends ${missing.join(' ')}`);
  }
}

/**
 * The same for what one can do without, and what not every Debian has: Ubuntu has no `chromium`.
 * @param {import('./debian-packages.mjs').Group[]} groups
 * @param {typeof thisMachine} machine
 */
export async function tryDebianPackages(groups, machine = thisMachine) {
  try {
    await installDebianPackages(groups, machine);
  } catch (error) {
    say(`going on without ${packagesOf(groups).join(' ')}, whose tests are skipped: ${messageOf(error)}`);
  }
}

/**
 * Which of the wanted packages are not installed. One that stands in for another counts as that one: later releases
 * have libasound2t64 for libasound2.
 * @param {string[]} wanted
 * @param {string} listing lines of "installed NAME PROVIDED (= VERSION), PROVIDED …"
 */
export function findMissing(wanted, listing) {
  const lines = listing.split('\n').filter((line) => line.startsWith('installed '));
  const there = new Set(lines.flatMap((line) => line.replaceAll(/\([^)]*\)/g, '').split(/[ ,]+/)));
  return wanted.filter((name) => !there.has(name));
}

/** Every package that dpkg knows, in the form that findMissing reads; nothing where there is no dpkg. */
async function listPackages() {
  const format = '${db:Status-Status} ${Package} ${Provides}\n';
  try {
    return await runQuietly('dpkg-query', ['--show', `--showformat=${format}`]);
  } catch {
    return undefined;
  }
}

/** @param {string[]} names */
async function installPackages(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another program may be installing something: it is waited for.
  const install = ['install', '--yes', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', ...names];
  await alone(path.join(cacheFolder(), 'debian.lock'), async () => {
    // One source that does not answer, or another program's update, does no harm while the install succeeds.
    const failure = await runQuietly('apt-get', ['update'], { env }).then(() => undefined, messageOf);
    try {
      await runQuietly('apt-get', install, { env });
    } catch (error) {
      throw new Error([failure, messageOf(error)].filter(Boolean).join('\n'), { cause: error });
    }
  });
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
