import { expect, test } from 'vitest';
import { announceRestored } from '../../../src/core/news/announcement.ts';
import { notificationText } from '../../../src/present/notification/notification.ts';
import { acme, stateOf } from '../../support/given.ts';
import { now, words } from '../../support/present/presented.ts';

function said(ended: 'finished' | 'failed', error: string) {
  const announcement = announceRestored({ ended, error, since: now }, now);
  return notificationText({ kind: 'one', portal: acme, announcement }, stateOf([acme], now), words, now);
}

test('a restore that has finished says what becomes of the keys', () => {
  expect(said('finished', '')).toMatchObject({
    tag: 'acme restored',
    title: 'Acme: restore finished',
    body: 'Its keys may no longer work. If so, make a new one and enter it here.',
    urgency: 'normal',
    click: { type: 'openWindow' },
  });
});

test('a restore that has failed says why, as the server said it, and stays', () => {
  expect(said('failed', 'Folder not found.')).toMatchObject({
    title: 'Acme: restore failed',
    body: 'Folder not found.\nOpen the portal and check what it holds before you use it.',
    urgency: 'critical',
  });
});
