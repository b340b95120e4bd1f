import { describe, expect, test } from 'vitest';
import {
  announceOutdated,
  announceOverdue,
  announceScheduleGone,
} from '../../../src/core/news/announcement.ts';
import { newSchedule } from '../../../src/core/schedule/schedule.ts';
import { statusOf } from '../../../src/core/status/statusOf.ts';
import { notificationText } from '../../../src/present/notification/notification.ts';
import { portalRow } from '../../../src/present/portal/portalRow.ts';
import { acme, stateOf } from '../../support/given.ts';
import { day, finished, hour, now, words } from '../../support/present/presented.ts';
import { at, expectRow, type Row } from '../../support/present/statusTable.ts';

// When backups are due, in words: docs/look.md, "Words for states".

const p = 'portal' as const;

const rows: Row[] = [
  [
    'no job, the next one known',
    { is: 'idle', scope: p, nextAt: at('22:00') },
    'idle calm',
    'No backup running',
    'next today, 22:00',
    null,
    'no backup running, next today, 22:00',
  ],
  [
    'overdue',
    { is: 'overdue', scope: p, dueAt: at('03:00'), lastFinishedAt: at('03:22') - day },
    'attention warn',
    'Due backup did not run',
    'due today, 03:00',
    'Last finished backup: yesterday, 03:22. Check the portal’s backup schedule.',
    'due backup did not run',
  ],
  [
    'overdue, none finished yet',
    { is: 'overdue', scope: 'server', dueAt: at('03:00'), lastFinishedAt: null },
    'attention warn',
    'Due backup did not run, whole server',
    null,
    'No finished backup is known. Check the portal’s backup schedule.',
    'due backup did not run',
  ],
  [
    'too old',
    { is: 'outdated', scope: p, since: at('03:00'), lastFinishedAt: at('03:22') - day },
    'attention warn',
    'Last backup is too old',
    null,
    'Last finished backup: yesterday, 03:22. Start one on the portal’s backup page.',
    'last backup is too old',
  ],
  [
    'schedule gone',
    { is: 'scheduleGone', scope: p, since: at('09:12'), isNew: true },
    'attention warn',
    'Backup schedule is gone',
    'since 09:12',
    'The portal starts no backups by itself any more. It may have been deleted by somebody, or by the server for its quota or plan. Look at the portal’s backup page.',
    'backup schedule is gone',
  ],
  [
    'schedule gone for long',
    { is: 'scheduleGone', scope: p, since: at('09:12'), isNew: false },
    'idle calm',
    'Backup schedule is gone',
    'since 09:12',
    'The portal starts no backups by itself any more. It may have been deleted by somebody, or by the server for its quota or plan. Look at the portal’s backup page.',
    'backup schedule is gone',
  ],
];

describe('the words for what is due', () => {
  test.each(rows)('%s', (...row) => expectRow(row));
});

test('beside a finished backup stands when the next one is due', () => {
  const state = stateOf([acme], now);
  const [watch] = state.watches;
  if (watch === undefined) throw new Error('nothing is watched');
  const schedules = { ...watch.schedules, portal: { ...newSchedule(p), dueAt: now + hour } };
  const job = { ...watch.jobs.portal, readAt: now, ending: finished, reported: true };
  const finishedWatch = {
    ...watch,
    keyStatus: 'ready' as const,
    schedules,
    jobs: { ...watch.jobs, portal: job },
  };
  const row = portalRow({ watch: finishedWatch, status: statusOf(finishedWatch, now) }, state, words, now);
  expect(row.facts).toContainEqual({ term: 'Next backup', detail: 'today, 17:02' });
});

describe('the notification', () => {
  const say = (announcement: ReturnType<typeof announceOverdue>) =>
    notificationText({ kind: 'one', portal: acme, announcement }, stateOf([acme], now), words, now);
  const page = { type: 'openPage', portal: 'acme', backup: null };

  test('of a due backup that did not run says since when there is none, and stays', () => {
    expect(say(announceOverdue(p, at('03:00'), at('03:22') - day, now))).toEqual({
      tag: 'acme portal schedule',
      title: 'Acme: due backup did not run',
      body: 'Last finished backup: yesterday, 03:22.\nIt was due today, 03:00.\nCheck the portal’s backup schedule.',
      urgency: 'critical',
      click: page,
      buttons: [{ label: 'Open backup page', action: page }],
    });
  });

  test('of the whole server’s names no hour: its time zone is not known', () => {
    expect(say(announceOverdue('server', at('03:00'), null, now))).toMatchObject({
      title: 'Acme, whole server: due backup did not run',
      body: 'No finished backup is known.\nCheck the portal’s backup schedule.',
    });
  });

  test('of a last backup that is too old says when it was, and stays', () => {
    expect(say(announceOutdated(now, at('03:22') - day, now))).toEqual({
      tag: 'acme outdated',
      title: 'Acme: last backup is too old',
      body: 'Last finished backup: yesterday, 03:22.\nStart one on the portal’s backup page.',
      urgency: 'critical',
      click: page,
      buttons: [{ label: 'Open backup page', action: page }],
    });
  });

  test('of a schedule that is gone says what follows', () => {
    expect(say(announceScheduleGone(p, now, now))).toMatchObject({
      tag: 'acme portal schedule',
      title: 'Acme: backup schedule is gone',
      urgency: 'critical',
      click: page,
    });
  });
});
