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
  /** The permissions to come to the front that came along, in order; empty where none did. */
  permissions(): string[];
};

/** Makes a small script the default browser, which shows folders as well; the way there is the desktop's own xdg-open. */
export async function installBrowser(desktop: Desktop): Promise<Browser> {
  const [log, permits] = [join(desktop.home, 'opened'), join(desktop.home, 'permissions')];
  const script = join(desktop.folder, 'browser');
  const append = (word: string, file: string): string => `printf '%s\\n' "${word}" >> '${file}'\n`;
  // A folder may be named from where it is opened.
  const whole = '[ -d "$1" ] && set -- "$(cd "$1" && pwd)"\n';
  const lines = whole + append('$XDG_ACTIVATION_TOKEN', permits) + append('$1', log);
  await writeFile(script, `#!/bin/sh\n${lines}`, { mode: 0o755 });
  const applications = join(desktop.home, '.local', 'share', 'applications');
  await mkdir(applications, { recursive: true });
  await writeFile(join(applications, launcher), desktopEntry(script));
  await writeFile(join(desktop.home, '.config', 'mimeapps.list'), defaults());
  const linesOf = (file: string): string[] =>
    existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
  const opened = (): string[] => linesOf(log);
  return {
    opened,
    address: async (at = 0) => waitFor(`the browser's address number ${at}`, () => opened()[at]),
    permissions: () => linesOf(permits),
  };
}

function desktopEntry(script: string): string {
  return `[Desktop Entry]
Type=Application
Name=Browser of the tests
Exec=${script} %u
MimeType=x-scheme-handler/http;x-scheme-handler/https;text/html;inode/directory;
`;
}

function defaults(): string {
  const kinds = ['x-scheme-handler/http', 'x-scheme-handler/https', 'text/html', 'inode/directory'];
  return `[Default Applications]\n${kinds.map((kind) => `${kind}=${launcher}\n`).join('')}`;
}
