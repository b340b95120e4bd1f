import { canSandbox, thisMachine } from '../../../scripts/setup/sandbox.mjs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Environment } from './child.ts';
import type { Desktop } from './desktop.ts';
import { findElectron } from './electron.ts';
import { readableFolder } from './ordinaryUser.ts';

/** How the application is started. */
export type LaunchOptions = {
  /** The folder with its package.json; without one, this project. */
  project?: string;
  /** The packed application's executable, which needs neither Electron nor a project. */
  executable?: string;
  /** Where it keeps what it remembers; a second launch with the same folder meets the first. */
  userData?: string;
  args?: string[];
  env?: Environment;
};

/** A program and its arguments, ready to be started on a desktop. */
export type Launch = { executable: string; args: string[]; env: Environment };

const thisProject = resolve(import.meta.dirname, '..', '..', '..');

/** Works out what to start, so that the desktop's user can start it. */
export async function prepareLaunch(desktop: Desktop, options: LaunchOptions): Promise<Launch> {
  const { project = thisProject, userData = join(desktop.home, 'user-data'), args = [], env = {} } = options;
  const executable = options.executable ?? (await findElectron());
  const reachable = join(await readableFolder(desktop, dirname(executable)), basename(executable));
  const application = options.executable ? [] : [await readableFolder(desktop, project)];
  return { executable: reachable, args: [...application, `--user-data-dir=${userData}`, ...args], env };
}

/** Whether Chromium's sandbox is on: it refuses to work for root. */
export function isSandboxed({ account }: Desktop): boolean {
  const machine = { ...thisMachine, isRoot: thisMachine.isRoot && account === undefined };
  return canSandbox(process.env['ELECTRON_EXEC_PATH'] ?? '', machine);
}
