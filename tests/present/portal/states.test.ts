import { describe, expect, test } from 'vitest';
import type { TimeLeft } from '../../../src/core/foresight/timeLeft.ts';
import { reasonOf } from '../../../src/present/portal/reason.ts';
import { rowPhrase } from '../../../src/present/portal/statusPhrase.ts';
import { day, ended, minute, now, words } from '../../support/present/presented.ts';
import { at, expectRow, type Row } from '../../support/present/statusTable.ts';

// How a backup is, in words: docs/look.md, "Words for states".

const p = 'portal' as const;

function exactly(left: number): TimeLeft {
  return { likely: left, from: left, to: left };
}

const rows: Row[] = [
  [
    'no job',
    { is: 'idle', scope: p, nextAt: null },
    'idle calm',
    'No backup running',
    null,
    null,
    'no backup running',
  ],
  ['first check', { is: 'firstCheck', scope: p }, 'idle calm', 'First check', null, null, 'first check'],
  [
    'queued',
    { is: 'waiting', scope: p, since: now - 2 * minute },
    'running 0 accent',
    'Waiting to start',
    'for 2 min so far',
    null,
    'backup waits to start',
  ],
  [
    'queued just now',
    { is: 'waiting', scope: p, since: now - 999 },
    'running 0 accent',
    'Waiting to start',
    'just started',
    null,
    'backup waits to start',
  ],
  [
    'running',
    { is: 'running', scope: p, percent: 42, left: exactly(5.5 * minute) },
    'running 42 accent',
    'Backing up',
    'about 6 min left',
    null,
    'backing up 42 %, about 6 min left',
  ],
  [
    'running, no estimate',
    { is: 'running', scope: p, percent: 1, left: null },
    'running 1 accent',
    'Backing up',
    null,
    null,
    'backing up 1 %',
  ],
  [
    'plateau',
    { is: 'uploading', scope: p, since: now - 12 * minute, left: null },
    'uploading accent',
    'Uploading',
    'for 12 min so far',
    null,
    'uploading, 90 %',
  ],
  [
    'plateau of a portal whose uploads are known',
    {
      is: 'uploading',
      scope: p,
      since: now - 12 * minute,
      left: { likely: 30 * minute, from: 21 * minute, to: 37 * minute },
    },
    'uploading accent',
    'Uploading',
    'about 20 to 40 min left',
    null,
    'uploading, 90 %, about 20 to 40 min left',
  ],
  [
    'finished',
    ended({}, true),
    'finished accent',
    'Backup finished',
    'today, 16:02',
    null,
    'backup finished',
  ],
  [
    'no link',
    ended({ link: '', linkUntil: null }),
    'finished accent',
    'Backup finished',
    'today, 16:02',
    'The archive is in the portal’s own storage.',
    'backup finished',
  ],
  [
    'an archive that is not listed',
    ended({ unlisted: true }),
    'finished accent',
    'Backup finished',
    'today, 16:02',
    'It is not in the portal’s list of backups: its archive may have been removed. Look at its backup page.',
    'backup finished',
  ],
  [
    'a link that is dead by now',
    ended({ linkUntil: now - 1 }),
    'finished accent',
    'Backup finished',
    'today, 16:02',
    null,
    'backup finished',
  ],
  [
    'a link that is not known any more',
    ended({ link: '' }),
    'finished accent',
    'Backup finished',
    'today, 16:02',
    null,
    'backup finished',
  ],
  [
    'gaps',
    ended({ outcome: 'gaps' }, true),
    'attention warn',
    'Finished, with gaps',
    'today, 16:02',
    'Some files are missing. The archive lists them in storage/missing_info.',
    'backup finished, with gaps',
  ],
  [
    'problem',
    ended({ outcome: 'problem', error: 'Mail failed.' }),
    'attention warn',
    'Finished, with a problem',
    'today, 16:02',
    'Mail failed. Look at the portal’s backup page.',
    'backup finished, with a problem',
  ],
  [
    'problem without a word',
    ended({ outcome: 'problem' }),
    'attention warn',
    'Finished, with a problem',
    'today, 16:02',
    'The archive was made, but the portal reported an error afterwards. Look at the portal’s backup page.',
    'backup finished, with a problem',
  ],
  [
    'failed',
    ended({ outcome: 'failed', percent: 63, endedAt: at('02:51'), error: 'Disk full.' }),
    'failed danger',
    'Backup failed',
    'at 63 %, today, 02:51',
    'Disk full. Look at the portal’s backup page, then back up again.',
    'backup failed',
  ],
  [
    'failed without a word',
    ended({ outcome: 'failed', percent: 0 }),
    'failed danger',
    'Backup failed',
    'at 0 %, today, 16:02',
    'The portal gave no reason. Look at the portal’s backup page, then back up again.',
    'backup failed',
  ],
  [
    'cancelled',
    ended({ outcome: 'cancelled', percent: 40, endedAt: at('10:12') }),
    'idle calm',
    'Backup stopped',
    'at 40 %, today, 10:12',
    null,
    'backup stopped',
  ],
  [
    'vanished',
    ended({ outcome: 'unknown', endedAt: at('10:12'), timed: false, linkUntil: null }),
    'attention warn',
    'Ended, outcome unknown',
    'seen at 10:12',
    'It is not in the portal’s list of backups. Look at its backup page.',
    'backup ended, outcome unknown',
  ],
  [
    'vanished yesterday',
    ended({ outcome: 'unknown', endedAt: now - day, timed: false }),
    'attention warn',
    'Ended, outcome unknown',
    'seen yesterday, 16:02',
    'It is not in the portal’s list of backups. Look at its backup page.',
    'backup ended, outcome unknown',
  ],
  [
    'gone, and the history silent',
    { is: 'gone', scope: p, percent: 55, since: at('10:12') },
    'attention warn',
    'Ended, outcome unknown',
    'seen at 10:12',
    'The portal’s list of backups, which shows how it ended, cannot be read now. Keepwatch keeps trying.',
    'backup ended, outcome unknown',
  ],
];

describe('how a backup is', () => {
  test.each(rows)('%s', (...row) => expectRow(row));

  test('a link that leads away from the portal is named', () => {
    const away = ended({}, true);
    const offer = away.offer && {
      ...away.offer,
      download: { ...away.offer.download, foreignHost: 's3.example' },
    };
    expect(reasonOf({ ...away, offer }, words, now)).toEqual({
      reason: 'The archive is on s3.example.',
      next: null,
    });
  });

  test('of the whole server’s backup says so', () => {
    expect(rowPhrase({ is: 'running', scope: 'server', percent: 1, left: null }, words)).toBe(
      'Backing up, whole server',
    );
    expect(rowPhrase({ is: 'running', scope: 'portal', percent: 1, left: null }, words)).toBe('Backing up');
  });
});
