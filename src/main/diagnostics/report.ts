import { writeFile } from 'node:fs/promises';

export type DiagnosticsParts = {
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
    try {
      // Not into a file that others could read already: its rights are set when it is made.
      await writeFile(place, text(), { mode: 0o600 });
    } catch {
      refused();
    }
  };

  return async () => {
    if (asking) return;
    asking = true;
    await save().finally(() => (asking = false));
  };
}
