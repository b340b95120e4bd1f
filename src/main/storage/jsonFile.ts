import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What a JSON file of the application holds: an empty object while there is none, null when it holds no object. */
export function readJsonFile(folder: string, name: string): unknown {
  try {
    const content: unknown = JSON.parse(readFileSync(jsonPath(folder, name), 'utf8'));
    return typeof content === 'object' && !Array.isArray(content) ? content : null;
  } catch (error) {
    return isAbsence(error) ? {} : null;
  }
}

/** What a file holds under one of its names, by name in turn; nothing where that is no object. */
export function entriesIn(content: unknown, name: string): Array<[string, unknown]> {
  const held = isRecord(content) ? content[name] : null;
  return isRecord(held) ? Object.entries(held) : [];
}

export function jsonPath(folder: string, name: string): string {
  return path.join(folder, `${name}.json`);
}

/** The name under which a file that is not as expected is kept, instead of being overwritten. */
export function asideName(name: string, now: number): string {
  return `${name}.set-aside-${new Date(now).toISOString().replaceAll(':', '-')}.json`;
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
