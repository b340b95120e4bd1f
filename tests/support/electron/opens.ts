import { existsSync } from 'node:fs';
import { clipboard, shell } from 'electron';
import { createShell } from '../../../src/main/desktop/shell.ts';
import { waitFor } from '../desktop/waitFor.ts';

/** Opens an address for a click that came with a permission; `proof` is there when it was opened. */
export async function run(address: string, proof: string): Promise<unknown> {
  const opener = createShell(shell, clipboard, process.env);
  opener.clicked('raise-me', () => opener.open(address));
  await waitFor('the browser', () => existsSync(proof));
  return process.env['XDG_ACTIVATION_TOKEN'] ?? null;
}
