import { join } from 'node:path';
import type { Environment } from '../desktop/child.ts';
import { startApplication } from '../desktop/application.ts';
import { Desktop } from '../desktop/desktop.ts';

/** Runs a script of this folder inside the real Electron, on a desktop of its own or a given one. */
export async function inElectron(
  script: string,
  words: string[] = [],
  { desktop, env = {}, timeout = 30_000 }: { desktop?: Desktop; env?: Environment; timeout?: number } = {},
): Promise<unknown> {
  if (desktop === undefined) {
    await using own = await Desktop.open();
    return await inElectron(script, words, { desktop: own, env, timeout });
  }
  const args = [join(import.meta.dirname, script), ...words];
  const project = join(import.meta.dirname, 'entry.mjs');
  const electron = await startApplication(desktop, { project, args, env });
  const line = await electron.until('an answer', () => /^answer: (.*)$/m.exec(electron.stdout)?.[1], {
    timeout,
  });
  await electron.exited;
  const answer: { value?: unknown; error?: string } = JSON.parse(line);
  if (answer.error !== undefined) throw new Error(`in Electron: ${answer.error}\n${electron.stderr}`);
  return answer.value;
}
