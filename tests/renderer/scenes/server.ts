import type { HistoryRecord } from '../../../src/core/docspace/history.ts';
import type { KeyFacts } from '../../../src/core/docspace/key.ts';
import type { JobReading } from '../../../src/core/docspace/progress.ts';
import type { ScheduleReading } from '../../../src/core/docspace/schedule.ts';
import type { Failure } from '../../../src/core/net/failure.ts';
import type { Question, Reply } from '../../../src/core/docspace/question.ts';
import { fail, type Result, succeed } from '../../../src/core/base/result.ts';

/** A portal's server: what it says of its job at a time, and which archives it has. */
export type Server = {
  job: (now: number) => Result<Partial<JobReading> | null, Failure>;
  /** Of the job that backs up the whole server. */
  dump: Result<Partial<JobReading> | null, Failure>;
  /** Of the job that runs or has run last. */
  task: string;
  archives: HistoryRecord[];
  /** In place of them; null: what there is is listed. */
  list: Result<HistoryRecord[], Failure> | null;
  /** What it says of the key; older servers say nothing. */
  key: Result<KeyFacts, Failure>;
  /** Null: it does not say whether it has one. */
  schedule: ScheduleReading | null;
};

/** What it has no answer to. */
export const unknown = fail({ kind: 'notThere' as const, detail: '404', retryAt: null });

const newReading: JobReading = {
  task: null,
  percent: 0,
  completed: false,
  error: '',
  warning: '',
  link: '',
  status: 1,
};

const unpaid = fail({ kind: 'unpaid' as const, detail: '402', retryAt: null });

/** What it answers to a question. */
export function replyOf(
  { job, dump, task, archives, list, key, schedule }: Server,
  question: Question,
  now: number,
): Reply {
  switch (question.ask) {
    case 'progress': {
      const own = question.scope === 'portal';
      const got = own ? job(now) : dump;
      const named = { ...newReading, task: own ? task : 'dump' };
      const reading = got.ok && got.value !== null ? { ...named, ...got.value } : null;
      return { ...question, got: got.ok ? succeed({ job: reading }) : got };
    }
    case 'history':
      return { ...question, got: list ?? succeed(archives) };
    case 'key':
      return { ...question, got: key };
    case 'schedule':
      return { ...question, got: schedule === null ? unknown : succeed(schedule) };
    case 'start':
      return { ask: question.ask, scope: question.scope, got: unpaid };
    default:
      return { ...question, got: unknown };
  }
}
