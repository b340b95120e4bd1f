import type { Snapshot } from '../../../src/contract/snapshot.ts';
import type { State } from '../../../src/core/state.ts';
import { statusesOf } from '../../../src/core/status/statusOf.ts';
import type { Words } from '../../../src/present/i18n/i18n.ts';
import { snapshotOf } from '../../../src/present/snapshot.ts';
import { type TrayView, trayViewOf } from '../../../src/present/tray.ts';

/** What the tray shows of a state. */
export function trayOf(state: State, words: Words, now: number): TrayView {
  return trayViewOf(state, statusesOf(state.watches, now), words, now);
}

/** What the window shows of it. */
export function windowOf(state: State, words: Words, now: number, revision = 1, first = true): Snapshot {
  return snapshotOf(state, statusesOf(state.watches, now), words, now, revision, first);
}
