import { mergeRuns } from './mergeRuns.ts';
import type { RunRecord } from './runRecord.ts';

/** The runs of one portal while they are looked at. */
export type OpenHistory = {
  portal: string;
  /** Empty until its file was read. */
  runs: RunRecord[];
  read: boolean;
  /** The one that was chosen; null before that. */
  chosen: RunName | null;
  /** All of them are listed, not only the newest. */
  whole: boolean;
};

/** Names one run of a portal. */
export type RunName = Pick<RunRecord, 'scope' | 'id'>;

export function openHistoryOf(portal: string): OpenHistory {
  return { portal, runs: [], read: false, chosen: null, whole: false };
}

/** With what has become known of some of them. */
export function learnRuns(history: OpenHistory, runs: readonly RunRecord[]): OpenHistory {
  return { ...history, runs: mergeRuns(history.runs, runs) };
}
