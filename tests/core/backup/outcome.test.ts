import { describe, expect, test } from 'vitest';
import type { JobReading } from '../../../src/core/docspace/progress.ts';
import { judge } from '../../../src/core/backup/outcome.ts';
import { jobOf, link } from '../../support/given.ts';

const done = { completed: true, percent: 100 };

describe('what one reading says of its job', () => {
  test.each<[string, Partial<JobReading>, object]>([
    ['not taken up yet', { status: 0, percent: 0 }, { still: 'waiting' }],
    ['at 0 with a worker', { status: 1, percent: 0 }, { still: 'running' }],
    ['at 0 on an old server', { status: null, percent: 0 }, { still: 'running' }],
    ['created, and yet moving', { status: 0, percent: 5 }, { still: 'running' }],
    ['at 89', { percent: 89 }, { still: 'running' }],
    ['at 90', { percent: 90 }, { still: 'uploading' }],
    ['at 100, not completed: published a moment early', { percent: 100 }, { still: 'uploading' }],
    ['completed by its status alone', { status: 2 }, { still: 'running' }],
    ['of a status to come', { status: 9 }, { still: 'running' }],
    ['completed, the status behind', { ...done, link, status: 1 }, { ended: 'finished' }],
    ['completed', { ...done, link, status: 2 }, { ended: 'finished' }],
    ['completed without a link', { ...done }, { ended: 'finished' }],
    ['completed below 100', { completed: true, percent: 42 }, { ended: 'finished' }],
    ['completed, of a status to come', { ...done, status: 9 }, { ended: 'finished' }],
    ['completed, before status was', { ...done, status: null }, { ended: 'finished' }],
    ['completed with a warning', { ...done, link, warning: 'w', status: 2 }, { ended: 'gaps' }],
    [
      'completed with a warning, before status was',
      { ...done, link, warning: 'w', status: null },
      { ended: 'gaps' },
    ],
    [
      'at 100 with a warning and no link, before status was',
      { ...done, warning: 'w', status: null },
      { ended: 'gaps' },
    ],
    ['an error', { completed: true, error: 'e', status: 2 }, { ended: 'failed' }],
    ['an error, not completed', { error: 'e', status: 4 }, { ended: 'failed' }],
    [
      'an error, whatever else it says',
      { ...done, error: 'e', link, warning: 'w', status: 3 },
      { ended: 'failed' },
    ],
    ['status 4 alone', { status: 4 }, { ended: 'failed' }],
    ['status 4, completed', { ...done, link, status: 4 }, { ended: 'failed' }],
    ['status 3', { completed: true, warning: 'Backup cancelled', status: 3 }, { ended: 'cancelled' }],
    ['status 3 at 100 with a link', { ...done, link, status: 3 }, { ended: 'cancelled' }],
    ['status 3, not completed', { status: 3 }, { ended: 'cancelled' }],
    ['stopped, before status was', { completed: true, warning: 'w', status: null }, { ended: 'cancelled' }],
    ['a warning, and running', { warning: 'w', status: null }, { still: 'running' }],
  ])('%s', (_what, parts, verdict) => {
    expect(judge(jobOf(parts))).toEqual(verdict);
  });
});
