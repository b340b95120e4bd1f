import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPermitted } from '../../../../src/main/desktop/linux/permittedOpening.ts';
import { waitFor } from '../../../support/desktop/waitFor.ts';
import { temporaryFolder } from '../../../support/main/temporaryFolder.ts';

/** Puts an xdg-open into a folder that writes down what it was given. */
function installOpener(folder: string, proof: string): void {
  const script = join(folder, 'xdg-open');
  const words = '"$1 $XDG_ACTIVATION_TOKEN $DISPLAY"';
  writeFileSync(script, `#!/bin/sh\necho ${words} > '${proof}.tmp'\nmv '${proof}.tmp' '${proof}'\n`);
  chmodSync(script, 0o755);
}

test('the browser gets the permission to come to the front, whatever Electron has got for itself', async () => {
  const folder = temporaryFolder();
  const proof = join(folder, 'proof');
  installOpener(folder, proof);
  const env = {
    PATH: `${folder}:${process.env['PATH'] ?? ''}`,
    DISPLAY: ':7',
    XDG_ACTIVATION_TOKEN: 'another',
  };
  openPermitted('https://acme.example/x?a=b&c=$(id)', 'raise-me', env);
  await waitFor('the browser', () => existsSync(proof));
  expect(readFileSync(proof, 'utf8')).toBe('https://acme.example/x?a=b&c=$(id) raise-me :7\n');
});

test('without xdg-open nothing happens, and nothing breaks', async () => {
  const rejected: unknown[] = [];
  const note = (error: unknown): void => void rejected.push(error);
  process.on('uncaughtException', note);
  openPermitted('https://acme.example', 'raise-me', { PATH: temporaryFolder() });
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  process.off('uncaughtException', note);
  expect(rejected).toEqual([]);
});
