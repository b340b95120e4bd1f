import { describe, expect, test } from 'vitest';
import { type Announcement, announceEnding, announceStuck } from '../../../src/core/news/announcement.ts';
import type { Ending } from '../../../src/core/backup/ending.ts';
import type { Outcome } from '../../../src/core/backup/outcome.ts';
import type { Scope } from '../../../src/core/docspace/request.ts';
import type { State } from '../../../src/core/state.ts';
import { notificationText } from '../../../src/present/notification/notification.ts';
import { acme, secret, standstill, stateOf } from '../../support/given.ts';
import { finished, hour, minute, now, words } from '../../support/present/presented.ts';

/** The notification of an ending, in a state that shows this ending. */
function endingNotification(
  parts: Partial<Ending> = {},
  scope: Scope = 'portal',
  at = now,
  shown: Partial<Ending> = {},
) {
  const ending = { ...finished, ...parts };
  const notification = {
    kind: 'one',
    portal: acme,
    announcement: announceEnding(scope, ending, now),
  } as const;
  return notificationText(notification, stateWith({ ...ending, ...shown }), words, at);
}

function stateWith(ending: Ending): State {
  const state = stateOf([acme], now);
  return {
    ...state,
    watches: state.watches.map((watch) => ({
      ...watch,
      jobs: { ...watch.jobs, portal: { ...watch.jobs.portal, ending } },
    })),
  };
}

const own = { scope: 'portal', job: finished.job };
const toPage = { label: 'Open backup page', action: { type: 'openPage', portal: 'acme', backup: own } };

describe('the notification of a finished backup', () => {
  test('names the archive, says until when the link works, and opens it', () => {
    expect(endingNotification()).toEqual({
      tag: 'acme portal task-a',
      title: 'Acme: backup finished',
      body: 'Link works until 18:40\nacme_2026-11-20_03-04-11.tar.gz',
      urgency: 'normal',
      click: { type: 'openLink', portal: 'acme', backup: own },
      buttons: [
        { label: 'Open link', action: { type: 'openLink', portal: 'acme', backup: own } },
        { label: 'Save archive', action: { type: 'saveArchive', portal: 'acme', backup: own } },
        { label: 'Copy link', action: { type: 'copyLink', portal: 'acme', backup: own } },
      ],
    });
  });

  test('names the host first where the link leads away from the portal', () => {
    const { body } = endingNotification({ link: 'https://s3.example/b/acme.tar.gz' });
    expect(body).toBe('Link to s3.example works until 18:40\nacme.tar.gz');
  });

  test('says where the archive is where there was never a link', () => {
    expect(endingNotification({ link: '', linkUntil: null })).toMatchObject({
      body: 'The archive is in the portal’s own storage.\nacme.tar.gz',
      click: toPage.action,
      buttons: [toPage],
    });
  });

  test.each([
    ['is dead by now', { linkUntil: now - 1 }],
    ['was forgotten with a restart', { link: '' }],
    ['may not be opened', { link: 'javascript:alert(1)' }],
  ])('says nothing of a link that %s', (_what, parts) => {
    expect(endingNotification(parts)).toMatchObject({
      body: 'acme.tar.gz',
      click: toPage.action,
      buttons: [toPage],
    });
  });

  test('still finds its link when the history has corrected its time', () => {
    expect(endingNotification({}, 'portal', now, { endedAt: now - 5 * minute }).click).toEqual({
      type: 'openLink',
      portal: 'acme',
      backup: own,
    });
  });

  test('does not offer the link of another backup', () => {
    expect(endingNotification({}, 'portal', now, { job: 'task-b' }).click).toEqual(toPage.action);
  });

  test('is about the whole server where that was backed up', () => {
    expect(endingNotification({}, 'server')).toMatchObject({
      tag: 'acme server task-a',
      title: 'Acme, whole server: backup finished',
      click: { type: 'openPage', portal: 'acme', backup: { scope: 'server', job: finished.job } },
    });
  });

  test('of a portal that was removed meanwhile still says what there is to say', () => {
    const notification = {
      kind: 'one',
      portal: acme,
      announcement: announceEnding('portal', finished, now),
    } as const;
    expect(notificationText(notification, stateOf([]), words, now)).toMatchObject({
      title: 'Acme: backup finished',
      click: toPage.action,
    });
  });
});

describe('the notification of another ending', () => {
  test.each([
    [
      'gaps',
      'backup finished, with gaps',
      'Some files are missing.\nThe archive lists them in storage/missing_info.',
      'normal',
    ],
    ['problem', 'backup finished, with a problem', 'Disk full.\nLook at the portal’s backup page.', 'normal'],
    [
      'failed',
      'backup failed',
      'Disk full.\nIt had reached 100 %.\nLook at the portal’s backup page, then back up again.',
      'critical',
    ],
    [
      'unknown',
      'backup ended, outcome unknown',
      'It is not in the portal’s list of backups.\nLook at its backup page.',
      'normal',
    ],
    ['cancelled', 'backup stopped', 'It had reached 100 %.', 'low'],
  ] as const)('%s', (outcome, title, body, urgency) => {
    const notification = endingNotification({ outcome, error: 'Disk full.', link: '' });
    expect(notification).toMatchObject({ title: `Acme: ${title}`, body, urgency, buttons: [toPage] });
    expect(notification.click).toEqual(outcome === 'cancelled' ? { type: 'openWindow' } : toPage.action);
  });

  test('whose archive the portal does not list says that, and promises no link', () => {
    expect(endingNotification({ unlisted: true })).toMatchObject({
      title: 'Acme: backup finished',
      body: 'It is not in the portal’s list of backups: its archive may have been removed.\nLook at its backup page.',
      click: toPage.action,
      buttons: [toPage],
    });
  });

  test('that gives no reason says that it gives none', () => {
    expect(endingNotification({ outcome: 'failed' }).body).toMatch(/^The portal gave no reason\./);
    expect(endingNotification({ outcome: 'problem', link: '' }).body).toMatch(/^The archive was made/);
  });

  test.each([
    [10 * minute, true, null],
    [10 * minute + 1, true, 'It ended today, 15:51.'],
    [26 * hour, true, 'It ended yesterday, 14:02.'],
    [26 * hour, false, 'Keepwatch saw it yesterday, 14:02.'],
  ])('told %i ms late, its time being certain: %s, says so', (age, timed, line) => {
    const { body } = endingNotification({ outcome: 'failed', error: 'e', endedAt: now - age, timed });
    expect(body.split('\n')[3] ?? null).toBe(line);
  });
});

describe('what takes the place of what', () => {
  const tagOf = (announcement: Announcement): string =>
    notificationText({ kind: 'one', portal: acme, announcement }, stateOf(), words, now).tag;
  const ended = (job: string, outcome: Outcome, scope: Scope = 'portal'): Announcement =>
    announceEnding(scope, { ...finished, job, outcome }, now);

  test('a failed backup stays beside the good one after it, and beside the whole server’s', () => {
    const failed = tagOf(ended('a', 'failed'));
    expect(tagOf(ended('b', 'finished'))).not.toBe(failed);
    expect(tagOf(ended('a', 'finished', 'server'))).not.toBe(failed);
  });

  test('what a job came to in the end takes the place of what was said of it before', () => {
    expect(tagOf(ended('a', 'finished'))).toBe(tagOf(ended('a', 'unknown')));
    expect(tagOf(announceStuck('portal', 'a', standstill, now))).toBe(tagOf(ended('a', 'failed')));
  });
});

describe('the notification of a standstill', () => {
  test('says how long, and what to do', () => {
    const announcement = announceStuck('portal', 'a', { ...standstill, since: now - 48 * minute }, now);
    expect(notificationText({ kind: 'one', portal: acme, announcement }, stateOf(), words, now)).toEqual({
      tag: 'acme portal a',
      title: 'Acme: backup stuck at 37 %',
      body: 'No progress for 48 min.\nThe backup service may have stopped. Look at the portal’s backup page.',
      urgency: 'normal',
      click: { type: 'openWindow' },
      buttons: [],
    });
  });
});

test('the notification of a job that no worker takes up says that', () => {
  const waiting = { stage: 'waiting', percent: 0, since: now - 15 * minute, before: 0 } as const;
  const announcement = announceStuck('server', 'a', waiting, now);
  expect(notificationText({ kind: 'one', portal: acme, announcement }, stateOf(), words, now)).toMatchObject({
    tag: 'acme server a',
    title: 'Acme, whole server: backup stuck before the start',
    body: 'The server has not taken it up.\nThe backup service may be stopped, or busy with other portals. Look at the portal’s backup page.',
  });
});

test('the notification of a crowd counts, and opens the window', () => {
  const items = Array.from({ length: 5 }, (_, index) => ({ portal: 'acme', id: String(index) }));
  expect(notificationText({ kind: 'many', items, count: 5, portals: 2 }, stateOf(), words, now)).toEqual({
    tag: 'many',
    title: '5 updates',
    body: 'From 2 portals. Open Keepwatch to read them.',
    urgency: 'normal',
    click: { type: 'openWindow' },
    buttons: [],
  });
});

test('a notification holds no link: its buttons say what to do, not where', () => {
  expect(endingNotification().buttons).toHaveLength(3);
  expect(JSON.stringify(endingNotification())).not.toContain(secret);
});
