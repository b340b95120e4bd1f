import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Desktop } from './desktop.ts';
import { waitFor } from './waitFor.ts';

const launcher = 'harness-browser.desktop';

/** The browser of a desktop; it only remembers what it was asked to open. */
export type Browser = {
  /** The addresses it was opened with, in order. */
  opened(): string[];
  /** One of these addresses, waited for; without a number the first. */
  address(at?: number): Promise<string>;
};

/** Makes a small script the default browser; the way there is the desktop's own xdg-open. */
export async function installBrowser(desktop: Desktop): Promise<Browser> {
  const log = join(desktop.home, 'opened');
  const script = join(desktop.folder, 'browser');
  await writeFile(script, `#!/bin/sh\nprintf '%s\\n' "$1" >> '${log}'\n`, { mode: 0o755 });
  const applications = join(desktop.home, '.local', 'share', 'applications');
  await mkdir(applications, { recursive: true });
  await writeFile(join(applications, launcher), desktopEntry(script));
  await writeFile(join(desktop.home, '.config', 'mimeapps.list'), defaults());
  const opened = (): string[] => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(0, -1) : []);
  return {
    opened,
    address: async (at = 0) => waitFor(`the browser's address number ${at}`, () => opened()[at]),
  };
}

function desktopEntry(script: string): string {
  return `[Desktop Entry]
Type=Application
Name=Browser of the tests
Exec=${script} %u
MimeType=x-scheme-handler/http;x-scheme-handler/https;text/html;
`;
}

function defaults(): string {
  const kinds = ['x-scheme-handler/http', 'x-scheme-handler/https', 'text/html'];
  return `[Default Applications]\n${kinds.map((kind) => `${kind}=${launcher}\n`).join('')}`;
}
