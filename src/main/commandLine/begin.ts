import type { App } from 'electron';
import { redact } from '../../core/base/redact.ts';
import { systemClock } from '../clock.ts';
import { exitCodes } from './exitCodes.ts';
import { isColoured } from './output.ts';
import { placeOf } from './place.ts';
import { runWords } from './run.ts';

/**
 * Runs a command, and ends the process with it. Electron waits for this before it is ready, and so it never is: nothing of
 * Chromium is started for a command.
 */
export async function begin(
  words: readonly string[],
  app: Pick<App, 'getPath' | 'getVersion'>,
  process: NodeJS.Process,
): Promise<void> {
  const { stdin, stdout, stderr, env, platform } = process;
  // Who reads may go away (`| head -1`), which is nobody's mistake.
  stdout.on('error', () => process.exit(exitCodes.pipe));
  process.on('SIGINT', () => process.exit(exitCodes.interrupted));
  try {
    const code = await runWords(words, {
      version: app.getVersion(),
      place: placeOf(platform, env, userDataOf(app)),
      user: process.getuid?.(),
      write: (text) => stdout.write(text),
      complain: (text) => stderr.write(text),
      coloured: isColoured(stdout.isTTY, env),
      lookAlone: async (address) => {
        const { openAlone } = await import('./openAlone.ts');
        return openAlone(address, app.getVersion(), stdin, env);
      },
      after: systemClock.after,
    });
    process.exit(code);
  } catch (error) {
    stderr.write(`keepwatch: ${redact(String(error))}\n`);
    process.exit(exitCodes.bug);
  }
}

/** Null for a user without a home that can be read. */
function userDataOf(app: Pick<App, 'getPath'>): string | null {
  try {
    return app.getPath('userData');
  } catch {
    return null;
  }
}
