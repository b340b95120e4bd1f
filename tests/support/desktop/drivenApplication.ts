import type { ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { bound } from './child.ts';
import type { Desktop } from './desktop.ts';
import { isSandboxed, type LaunchOptions, prepareLaunch } from './launch.ts';
import { underTest } from './packaged.ts';
import { endSession } from './session.ts';
import { waitFor } from './waitFor.ts';

/** The built application with Playwright's hands in its windows. */
export class DrivenApplication {
  /** Playwright's own handle, for what is not here. */
  readonly electron: ElectronApplication;
  readonly pid: number;
  readonly #process: ChildProcess;
  readonly #ended: Promise<void>;

  constructor(electron: ElectronApplication) {
    this.electron = electron;
    // Playwright forgets it as soon as it has ended.
    this.#process = electron.process();
    this.pid = this.#process.pid ?? 0;
    this.#ended = new Promise((resolve) => {
      if (hasEnded(this.#process)) resolve();
      else this.#process.once('exit', () => resolve());
    });
  }

  /** The windows that are there, shown or not. */
  openPages(): Page[] {
    return this.electron.windows().filter((page) => !page.isClosed());
  }

  /** A window, waited for until its page has loaded. A tray application may have none for long. */
  async page(at = 0, timeout = 10_000): Promise<Page> {
    const page = await waitFor(`window number ${at}`, () => this.openPages()[at], { timeout });
    await page.waitForLoadState();
    return page;
  }

  /** Lets it quit, and ends it when it does not. */
  async stop(patience = 4000): Promise<void> {
    const closed = this.electron.close();
    // Looked at below; until then it may fail unseen.
    closed.catch(() => undefined);
    const quit = new AbortController();
    const late = pause(patience, undefined, { signal: quit.signal }).catch(() => undefined);
    await Promise.race([this.#ended, late]);
    quit.abort();
    if (!hasEnded(this.#process)) this.#process.kill('SIGKILL');
    await this.#ended;
    // Playwright waits for the end of its output, which helpers hold open that do not end by themselves.
    await endSession(this.pid);
    await closed;
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/**
 * Starts the built application under Playwright. It then listens for a debugger and carries Playwright's arguments:
 * what is about starting, ending and cost is better asked of `startApplication`.
 */
export async function driveApplication(
  desktop: Desktop,
  options: LaunchOptions = {},
): Promise<DrivenApplication> {
  const { executable, args, env } = await prepareLaunch(desktop, {
    ...underTest('driven', options),
    ...options,
  });
  const script = join(desktop.folder, 'driven-application');
  const command = bound(executable, ['"$@"'], desktop.account);
  await writeFile(script, `#!/bin/sh\nexec ${command.join(' ')}\n`, { mode: 0o755 });
  const electron = await _electron.launch({
    executablePath: script,
    args,
    env: { ...desktop.env, ...env },
    // Without this Playwright turns the sandbox off by itself.
    chromiumSandbox: isSandboxed(desktop),
  });
  const application = new DrivenApplication(electron);
  desktop.onStop(async () => application.stop());
  return application;
}
