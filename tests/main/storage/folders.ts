import './withoutElectron.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Portal } from '../../../src/core/portal.ts';
import { initialState } from '../../../src/core/state.ts';
import { type SavedWatch, toSaved } from '../../../src/core/watch/savedWatch.ts';
import { newWatch } from '../../../src/core/watch/watch.ts';
import { openStorage } from '../../../src/main/storage/openStorage.ts';
import { readSaved, setAsideOf } from '../../../src/main/storage/saved.ts';
import { application, half, start } from '../../support/given.ts';
import { sealerOf } from './sealers.ts';

export const settings = (portals: Portal[]): object => ({ version: 1, portals, theme: 'dark' });

export function memoryOf(portal: Portal, told: string[]): SavedWatch {
  return { ...toSaved(newWatch(portal, start, half)), ledger: { pending: [], told } };
}

/** Reads a folder as the application does at its start, and opens it for writing. */
export async function startIn(folder: string) {
  const archive = readSaved(folder);
  const setAside = setAsideOf(archive, start);
  const state = initialState(
    archive.settings,
    archive.savedWatches,
    { ...application, setAside },
    start,
    half,
  );
  return { archive, state, ...(await openStorage(folder, archive, state, sealerOf(), start)) };
}

export function put(folder: string, name: string, content: unknown): void {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  writeFileSync(join(folder, `${name}.json`), text);
}

/** Root may write everywhere. */
export function asOrdinaryUser<Value>(work: () => Value): Value {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
