import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Account } from './child.ts';
import type { Desktop } from './desktop.ts';

/** A user without any rights, as every Linux has one ("nobody"). For this user Chromium's sandbox is on. */
export const ordinaryUser: Account = { uid: 65_534, gid: 65_534 };

// Parts of a project that the built application does not run from.
const leftOut = ['node_modules', '.git', 'src', 'tests', 'scripts', 'dist', 'coverage'];

/**
 * The folder itself where the desktop's user can enter it, or else a copy that goes with the desktop: a checkout and
 * the runtime often lie in somebody's home, which no other user may enter.
 */
export async function readableFolder(desktop: Desktop, folder: string): Promise<string> {
  if (!desktop.account || (await canEnter(desktop, folder))) return folder;
  const copy = join(desktop.folder, 'readable', basename(folder));
  const unwanted = new Set(leftOut.map((name) => join(folder, name)));
  await cp(folder, copy, { recursive: true, filter: (source) => !unwanted.has(source) });
  await desktop.run('chmod', '-R', 'a+rX', join(desktop.folder, 'readable'));
  return copy;
}

async function canEnter(desktop: Desktop, folder: string): Promise<boolean> {
  const { exit } = await desktop.attempt('test', ['-x', folder], { account: desktop.account });
  return exit?.code === 0;
}
