import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account, Environment } from './child.ts';

/** A home folder nobody has used before, and the environment that leads there. */
export type ThrowAwayHome = {
  folder: string;
  home: string;
  environment: Environment;
  account: Account | undefined;
};

// Only these come from whoever runs the tests: the machine's own settings must not decide how a test ends.
const inherited = ['PATH', 'TZ', 'NODE_V8_COVERAGE'];

/** Makes a home; with an account it belongs to that user, and the folder around it may be passed through. */
export async function makeHome(account?: Account, place = tmpdir()): Promise<ThrowAwayHome> {
  const folder = await mkdtemp(join(place, 'desktop-'));
  await chmod(folder, 0o755);
  const home = join(folder, 'home');
  const places = {
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
  };
  for (const place of Object.values(places)) {
    await mkdir(place, { recursive: true, mode: 0o700 });
    if (account) await chown(place, account.uid, account.gid);
  }
  if (account) await chown(join(home, '.local'), account.uid, account.gid);
  const environment: Environment = {
    LANG: 'C.UTF-8',
    // No bridge to assistive technology, no settings database: neither is on a private bus.
    NO_AT_BRIDGE: '1',
    GSETTINGS_BACKEND: 'memory',
    ...places,
  };
  for (const name of inherited) if (process.env[name]) environment[name] = process.env[name];
  return { folder, home, environment, account };
}

/** Removes the folder, also while what was just ended still lets go of its files. */
export async function removeHome({ folder }: ThrowAwayHome): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}
