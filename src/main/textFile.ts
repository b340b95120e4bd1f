import { open, rm, writeFile } from 'node:fs/promises';

/** Writes a text file where its user wants it, for that user alone; whether it could be. */
export async function writeTextFile(place: string, text: string): Promise<boolean> {
  try {
    // A file that is there already keeps its rights when it is written, and whoever has it open reads on: it goes first.
    await rm(place, { force: true });
    await writeFile(place, text, { mode: 0o600, flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

/** What a text file holds; null where it cannot be read, or is longer than so many bytes. */
export async function readTextFile(place: string, most: number): Promise<string | null> {
  try {
    await using file = await open(place, 'r');
    const { buffer, bytesRead } = await file.read(Buffer.alloc(most + 1), 0, most + 1, 0);
    return bytesRead > most ? null : buffer.toString('utf8', 0, bytesRead);
  } catch {
    return null;
  }
}
