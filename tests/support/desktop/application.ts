import type { Child } from './child.ts';
import type { Desktop } from './desktop.ts';
import { isSandboxed, type LaunchOptions, prepareLaunch } from './launch.ts';
import { underTest } from './packaged.ts';

/**
 * Starts the built application as its user would. The desktop ends it; `kill()` is a crash. Starting it once more is a
 * second launch, and a desktop with an account starts it as that user, in Chromium's sandbox.
 */
export async function startApplication(desktop: Desktop, options: LaunchOptions = {}): Promise<Child> {
  const { executable, args, env } = await prepareLaunch(desktop, {
    ...underTest('shipped', options),
    ...options,
  });
  const flags = isSandboxed(desktop) ? [] : ['--no-sandbox'];
  return desktop.start(executable, [...args, ...flags], { env, account: desktop.account });
}
