import path from 'node:path';
import log from 'electron-log/main';
import { redact } from '../core/redact.ts';

/** The log: one file that rotates, never with a secret in it. */
export type Log = {
  info: (...parts: string[]) => void;
  error: (...parts: string[]) => void;
};

const largest = 512 * 1024;

/** Opens the log in a folder. `secrets` are the keys known at the time; what only looks like one is masked as well. */
export function openLog(folder: string, secrets: () => string[]): Log {
  log.transports.console.level = false;
  log.transports.ipc.level = false;
  log.transports.file.resolvePathFn = () => path.join(folder, 'keepwatch.log');
  log.transports.file.maxSize = largest;
  log.transports.file.format = '{y}-{m}-{d} {h}:{i}:{s}.{ms} {level} {text}';
  log.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  log.hooks.push((message) => ({
    ...message,
    data: message.data.map((part) => redact(String(part), secrets())),
  }));
  return { info: (...parts) => log.info(...parts), error: (...parts) => log.error(...parts) };
}
