import { withoutQuery } from '../base/url.ts';
import type { HistoryRecord } from '../docspace/history.ts';
import type { Scope } from '../docspace/request.ts';
import { mostRuns } from './mergeRuns.ts';
import { newRunRecord, type RunRecord } from './runRecord.ts';

/** The newest runs that the portal's list of archives tells of: that each of them made an archive, and when. */
export function listedRuns(scope: Scope, records: readonly HistoryRecord[]): RunRecord[] {
  return records.slice(0, mostRuns).map(({ task, archive, storage, createdAt, expiresAt }) => ({
    ...newRunRecord(scope, task),
    // A name is a name: what a server might hang on to it would make a link of it.
    archive: { name: withoutQuery(archive), storage, createdAt, expiresAt },
  }));
}
