import { jobId } from '../../core/backup/job.ts';
import type { Run } from '../../core/backup/run.ts';
import { mergeRuns } from '../../core/history/mergeRuns.ts';
import { isRunOf, type RunRecord } from '../../core/history/runRecord.ts';
import type { OpenHistory } from '../../core/history/openHistory.ts';
import type { WrittenArchive } from '../../core/saving/written.ts';
import type { Watch } from '../../core/watch/watch.ts';

/** A run as it is shown; `going`: it goes on, and stands there; `saved`: its archive on the disk, as it was saved last. */
export type ShownRun = { record: RunRecord; going: Run | null; saved: WrittenArchive | null };

/** All runs of a portal, newest first: what its file holds, and what is being recorded. */
export function shownRuns({ runs }: OpenHistory, { recorder, jobs, saving }: Watch): ShownRun[] {
  return mergeRuns(runs, recorder.open).map((record) => {
    const { run, serial } = jobs[record.scope];
    const going = run !== null && isRunOf(record, record.scope, jobId(run.task, serial)) ? run : null;
    return { record, going, saved: savedOf(record, saving.written) };
  });
}

function savedOf(record: RunRecord, written: readonly WrittenArchive[]): WrittenArchive | null {
  return written.findLast(({ backup }) => isRunOf(record, backup.scope, backup.job)) ?? null;
}
