import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const installed = join(import.meta.dirname, '..', '..', '..', 'assets', 'linux', 'keepwatch.sh');

/** /usr/bin/keepwatch as the packages bring it, put into a folder, with another program than the one they install. */
export function installedCommand(folder: string, program: string): string {
  const script = join(folder, 'keepwatch');
  const text = readFileSync(installed, 'utf8').replace('/opt/Keepwatch/keepwatch', program);
  writeFileSync(script, text, { mode: 0o755 });
  return script;
}
