import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { runQuietly } from '../../scripts/setup/command.mjs';
import { isDesktopInUse } from '../../scripts/setup/desktopInUse.mjs';
import { alone } from '../../scripts/setup/lock.mjs';
import { cacheFolder } from '../../scripts/setup/places.mjs';

/** Where the package puts the application. */
export const program = '/opt/Keepwatch/keepwatch';

/** Why Keepwatch cannot be installed by a test here; nothing where it can. */
export const unable =
  process.getuid?.() !== 0
    ? ' (not root)'
    : isDesktopInUse()
      ? ' (a desktop in use)'
      : existsSync('/usr/bin/apt-get')
        ? ''
        : ' (no apt)';

/** Keepwatch as the packages of this system have it. Only one run of the tests has it at a time. */
export class Installation {
  readonly #giveBack: () => void;

  private constructor(giveBack: () => void) {
    this.#giveBack = giveBack;
  }

  static async take(): Promise<Installation> {
    const taken = await new Promise<Installation>((resolve, reject) => {
      const lock = path.join(cacheFolder(), 'installation.lock');
      alone(lock, () => new Promise<void>((giveBack) => resolve(new Installation(giveBack)))).catch(reject);
    });
    // What somebody uses is not replaced by a test.
    if (!existsSync(program)) return taken;
    taken.#giveBack();
    throw new Error('Keepwatch is installed here already; remove it to test installing it');
  }

  async install(debian: string): Promise<void> {
    await apt('install', debian);
  }

  async remove(): Promise<void> {
    await apt('remove', 'keepwatch');
  }

  /** The version that is installed, as Debian writes it. */
  async version(): Promise<string> {
    return runQuietly('dpkg-query', ['--show', '--showformat=${Version}', 'keepwatch']);
  }

  /** Removes also what the system's packages remember of it. */
  async giveBack(): Promise<void> {
    try {
      await apt('purge', 'keepwatch');
    } finally {
      this.#giveBack();
    }
  }
}

/** Its processes, whoever runs them; also those whose files are gone. */
export function processes(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && executableOf(name).startsWith(path.dirname(program)))
    .map(Number);
}

/** Everything of that name outside of homes and of the packages' own records. */
export async function traces(): Promise<string[]> {
  const records = ['/var/lib/dpkg', '/var/log', '/var/cache'];
  const left = records.flatMap((folder) => ['-path', folder, '-prune', '-o']);
  const found = await runQuietly('find', [
    '/opt',
    '/usr',
    '/etc',
    '/var',
    ...left,
    '-iname',
    '*keepwatch*',
    '-print',
  ]);
  return found.split('\n').filter((line) => line !== '');
}

async function apt(...words: string[]): Promise<void> {
  // Not waiting for the disk after each file: a machine that loses its power may lose this installation.
  const options = ['DPkg::Lock::Timeout=300', 'DPkg::Options::=--force-unsafe-io'];
  const settings = ['--yes', '--no-install-recommends', ...options.flatMap((option) => ['--option', option])];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runQuietly('apt-get', [...settings, ...words], { env });
}

function executableOf(id: string): string {
  try {
    return readlinkSync(`/proc/${id}/exe`);
  } catch {
    return '';
  }
}
