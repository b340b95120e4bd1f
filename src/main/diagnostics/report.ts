import os from 'node:os';
import { writeTextFile } from '../textFile.ts';
import type { Machine } from '../../present/diagnostics.ts';

type DiagnosticsParts = {
  /** Asks the user where to; null when nowhere. */
  askPlace: (suggested: string) => Promise<string | null>;
  text: () => string;
  /** Tells the user that there is no file. */
  refused: () => void;
  now: () => number;
};

/** Saves one file that can be mailed. While its user is being asked where to, asking once more does nothing. */
export function createDiagnostics({ askPlace, text, refused, now }: DiagnosticsParts): () => Promise<void> {
  let asking = false;

  const save = async (): Promise<void> => {
    const day = new Date(now()).toISOString().slice(0, 10);
    const place = await askPlace(`keepwatch-diagnostics-${day}.txt`);
    if (place === null) return;
    if (!(await writeTextFile(place, text()))) refused();
  };

  return async () => {
    if (asking) return;
    asking = true;
    await save().finally(() => (asking = false));
  };
}

/** What the diagnostics say of this machine: nothing that names it or its user. */
export function describeMachine(
  process: Pick<NodeJS.Process, 'platform' | 'arch' | 'versions' | 'env'>,
): Machine {
  const { electron, chrome, node } = process.versions;
  return {
    electron,
    chromium: chrome,
    node,
    system: `${process.platform} ${os.release()} ${process.arch}`,
    desktop: process.env['XDG_CURRENT_DESKTOP'] ?? '',
    session: process.env['XDG_SESSION_TYPE'] ?? '',
  };
}
