import { test } from 'vitest';
import { hour, minute, now } from '../../support/present/presented.ts';
import { expectRow, type Row } from '../../support/present/statusTable.ts';

// A backup that stands still, in words: why that may be, and how unusual it is.

const p = 'portal' as const;

const rows: Row[] = [
  [
    'stuck',
    { is: 'stuck', scope: p, job: 'a', stage: 'running', percent: 37, since: now - 48 * minute, before: 0 },
    'attention warn',
    'Stuck at 37 %',
    'no change for 48 min',
    'No progress for 48 min. The backup service may have stopped. Look at the portal’s backup page.',
    'backup stuck at 37 %',
  ],
  [
    'stuck before the start',
    {
      is: 'stuck',
      scope: p,
      job: 'a',
      stage: 'waiting',
      percent: 0,
      since: now - 20 * minute,
      before: minute,
    },
    'attention warn',
    'Stuck before the start',
    'no change for 20 min',
    'The server has not taken it up. The backup service may be stopped, or busy with other portals. Look at the portal’s backup page.',
    'backup stuck before the start',
  ],
  [
    'stuck as no backup before it was',
    {
      is: 'stuck',
      scope: p,
      job: 'a',
      stage: 'running',
      percent: 37,
      since: now - 48 * minute,
      before: 5.5 * minute,
    },
    'attention warn',
    'Stuck at 37 %',
    'no change for 48 min',
    'No progress for 48 min; the last backups went on within 6 min. The backup service may have stopped. Look at the portal’s backup page.',
    'backup stuck at 37 %',
  ],
  [
    'stuck in its upload',
    {
      is: 'stuck',
      scope: p,
      job: 'a',
      stage: 'uploading',
      percent: 90,
      since: now - 4 * hour,
      before: 0,
    },
    'attention warn',
    'Stuck at 90 %',
    'no change for 4 h',
    'Its archive has been uploading for 4 h. The upload may be slow, or the backup service may have stopped. Look at the portal’s backup page.',
    'backup stuck at 90 %',
  ],
  [
    'stuck in an upload longer than all before',
    {
      is: 'stuck',
      scope: p,
      job: 'a',
      stage: 'uploading',
      percent: 90,
      since: now - 6 * hour,
      before: 2 * hour,
    },
    'attention warn',
    'Stuck at 90 %',
    'no change for 6 h',
    'Its archive has been uploading for 6 h; the last uploads took 2 h at most. The upload may be slow, or the backup service may have stopped. Look at the portal’s backup page.',
    'backup stuck at 90 %',
  ],
];

test.each(rows)('%s', (...row) => expectRow(row));
