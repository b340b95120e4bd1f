import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
// Not its /main: that opens a channel by which any window could write into the log.
import electronLog from 'electron-log/node';
import { redact } from '../../core/base/redact.ts';

/** The log: one file that rotates, never with a secret in it. */
export type Log = {
  info: (...parts: string[]) => void;
  error: (...parts: string[]) => void;
  /** All of it that is still there, oldest first. */
  read: () => string;
};

const largest = 512 * 1024;
/** Oldest first: electron-log calls the full one "old". */
const names = ['keepwatch.old.log', 'keepwatch.log'];

/** Opens the log in a folder. `secrets` are the keys known at the time; what only looks like one is masked as well. */
export function openLog(folder: string, secrets: () => string[], most = largest): Log {
  const files = names.map((name) => path.join(folder, name));
  files.forEach(closeToOthers);
  const log = electronLog.create({ logId: folder });
  const { file, console } = log.transports;
  console.level = false;
  // That a file cannot be written it tells here all the same; the terminal may be gone as well.
  electronLog.transports.console.writeFn = () => undefined;
  file.setAppName('keepwatch');
  file.resolvePathFn = () => path.join(folder, 'keepwatch.log');
  file.maxSize = most;
  file.format = '{y}-{m}-{d} {h}:{i}:{s}.{ms} {level} {text}';
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  log.hooks.push((message) => ({
    ...message,
    data: message.data.map((part) => redact(String(part), secrets())),
  }));
  return {
    info: (...parts) => log.info(...parts),
    error: (...parts) => log.error(...parts),
    read: () => files.map(readText).join(''),
  };
}

/** The rights of a file that is there already do not change when it is written to. */
function closeToOthers(file: string): void {
  try {
    chmodSync(file, 0o600);
  } catch {
    // There is none yet, or it is not ours.
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
