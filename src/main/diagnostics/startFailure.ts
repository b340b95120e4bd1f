import { appendFileSync, chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { redact } from '../../core/base/redact.ts';
import { startFailureTitle } from '../../present/startFailure.ts';
import { describeError } from './crashes.ts';

/** Where it is told: the terminal, and a dialogue. */
type FailurePlaces = {
  write: (text: string) => void;
  showErrorBox: (title: string, text: string) => void;
};

/**
 * Logs and says that Keepwatch cannot start, and why. It needs neither the log's package nor a language, a time zone or
 * a folder that can be written: any of these may be what is broken.
 */
export function tellStartFailure(error: unknown, folder: string, places: FailurePlaces): void {
  const why = describeError(error);
  const line = `${new Date().toISOString()} error cannot start: ${redact(why, [])}\n`;
  const text = why
    .split('\n')
    .map((part) => redact(part, []))
    .join('\n');
  const attempts = [
    () => appendTo(path.join(folder, 'logs'), line),
    () => places.write(line),
    () => places.showErrorBox(startFailureTitle, text),
  ];
  for (const attempt of attempts) {
    try {
      attempt();
    } catch {
      // The next one may work.
    }
  }
}

function appendTo(folder: string, line: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'keepwatch.log');
  appendFileSync(file, line, { mode: 0o600 });
  chmodSync(file, 0o600);
}
