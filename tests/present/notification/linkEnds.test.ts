import { describe, expect, test } from 'vitest';
import type { Ending } from '../../../src/core/backup/ending.ts';
import { announceLinkEnds } from '../../../src/core/news/announcement.ts';
import { notificationText } from '../../../src/present/notification/notification.ts';
import { acme, stateOf } from '../../support/given.ts';
import { finished, hour, now, words } from '../../support/present/presented.ts';

const announcement = announceLinkEnds('portal', 'task-a', now + 2 * hour, now);
const own = { scope: 'portal', job: 'task-a' };

/** The reminder of the link of such a backup. */
function remind(parts: Partial<Ending> = {}) {
  const state = stateOf([acme], now);
  const watches = state.watches.map((watch) => ({
    ...watch,
    jobs: { ...watch.jobs, portal: { ...watch.jobs.portal, ending: { ...finished, ...parts } } },
  }));
  return notificationText({ kind: 'one', portal: acme, announcement }, { ...state, watches }, words, now);
}

describe('the reminder of a link', () => {
  test('says until when it works, and opens or copies it', () => {
    expect(remind()).toMatchObject({
      tag: 'acme portal task-a',
      title: 'Acme: download link expires today, 18:02',
      body: 'Nobody has opened or copied it.\nacme_2026-11-20_03-04-11.tar.gz\nIt ended today, 16:02.',
      click: { type: 'openLink', portal: 'acme', backup: own },
      buttons: [{ label: 'Open link' }, { label: 'Save archive' }, { label: 'Copy link' }],
    });
  });

  test('names the host where it leads away from the portal', () => {
    expect(remind({ link: 'https://s3.example/b/' }).body).toContain('The link leads to s3.example.');
    expect(remind({ link: 'https://s3.example/' }).body).toBe(
      'Nobody has opened or copied it.\nThe link leads to s3.example.\nIt ended today, 16:02.',
    );
  });

  test('only opens the window once the link is gone', () => {
    expect(remind({ link: '' })).toMatchObject({ click: { type: 'openWindow' }, buttons: [] });
  });

  test('only opens the window once the portal is gone', () => {
    const gone = stateOf([], now);
    const text = notificationText({ kind: 'one', portal: acme, announcement }, gone, words, now);
    expect(text).toMatchObject({ click: { type: 'openWindow' } });
  });
});
