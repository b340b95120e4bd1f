import type { Child, ChildOptions } from './child.ts';
import type { Desktop } from './desktop.ts';
import { prepareLaunch } from './launch.ts';
import { underTest } from './packaged.ts';

/** What the installed command adds for Electron: see assets/linux/keepwatch.sh. */
export const headless = ['--ozone-platform=headless', '--no-zygote', '--no-sandbox', '--log-level=3'];

/** Starts a command of the built application, as `/usr/bin/keepwatch` does: `status`, `wait Acme`. */
export async function startCommand(
  desktop: Desktop,
  words: readonly string[],
  options: Partial<ChildOptions> = {},
): Promise<Child> {
  const { executable, args, env } = await prepareLaunch(desktop, underTest('shipped', {}));
  return desktop.start(executable, [...headless, ...args, ...words], {
    account: desktop.account,
    ...options,
    env: { ...env, ...options.env },
  });
}

/** Runs one to its end. */
export async function runCommandLine(
  desktop: Desktop,
  words: readonly string[],
  options: Partial<ChildOptions> = {},
): Promise<Child> {
  const command = await startCommand(desktop, words, options);
  await command.closed;
  return command;
}
