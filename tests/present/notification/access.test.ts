import { describe, expect, test } from 'vitest';
import { causes, toldCauses } from '../../../src/core/access/cause.ts';
import { announceAccess, announceKeyEnds } from '../../../src/core/news/announcement.ts';
import { explain } from '../../../src/present/portal/cause.ts';
import { notificationText } from '../../../src/present/notification/notification.ts';
import { acme, stateOf } from '../../support/given.ts';
import { day, hour, now, words } from '../../support/present/presented.ts';

describe('the notification of a lost access', () => {
  test.each([
    [
      'keyRefused',
      'needs a new key',
      'The portal refuses the key: it was revoked, it has expired, or a restore removed it.\nMake a new key in the portal and enter it here.',
      'critical',
    ],
    [
      'keyRestored',
      'needs a new key',
      'The portal was restored from a backup, which removes API keys.\nMake a new key in the portal and enter it here.',
      'critical',
    ],
    [
      'notAdministrator',
      'may not see backups',
      'The key’s owner is not an administrator of the portal.\nMake a read-only key for everything, as an owner or administrator of the portal.',
      'critical',
    ],
    [
      'suspended',
      'is suspended',
      'The portal was suspended, or it no longer exists.\nAsk its owner.',
      'normal',
    ],
    [
      'expired',
      'certificate is not trusted',
      'The portal’s certificate has expired.\nKeepwatch sends no key until the certificate is valid. Ask the portal’s administrator.',
      'normal',
    ],
    [
      'serviceDown',
      'backup service does not answer',
      'The portal answers, but its backup service does not.\nIf that lasts, ask the portal’s administrator.',
      'normal',
    ],
  ] as const)('says what exactly is wrong, and what to do: %s', (cause, title, body, urgency) => {
    const announcement = announceAccess(cause, now);
    expect(notificationText({ kind: 'one', portal: acme, announcement }, stateOf(), words, now)).toEqual({
      tag: 'acme access',
      title: `Acme: ${title}`,
      body,
      urgency,
      click: { type: 'openWindow' },
      buttons: [],
    });
  });

  test.each(toldCauses)('of %s has a title, a reason and a next step of its own', (cause) => {
    const { reason, next } = explain(cause, words);
    const title = words.say(`inline.${causes[cause].word}`);
    expect(new Set([title, reason, next ?? title]).size).toBe(3);
    const same = toldCauses.filter((other) => explain(other, words).reason === reason);
    expect(same).toEqual([cause]);
  });
});

describe('the notification of a key that ends', () => {
  test.each([
    [13.2 * day, 'key expires in 14 days', 'It works until 3 December, 20:50.'],
    [3 * day, 'key expires in 3 days', 'It works until Monday, 16:02.'],
    [5 * hour, 'key expires in 1 day', 'It works until today, 21:02.'],
  ])('in %i ms says when, and what to do', (left, title, when) => {
    expect(keyNotification(left)).toEqual({
      tag: 'acme keyEnds',
      title: `Acme: ${title}`,
      body: `${when} After that Keepwatch cannot see this portal’s backups.\nMake a new key in the portal and enter it here.`,
      urgency: 'normal',
      click: { type: 'openWindow' },
      buttons: [],
    });
  });

  test('comes too late when the key has ended by then', () => {
    expect(keyNotification(-hour)).toMatchObject({
      title: 'Acme: key has expired',
      body: 'The key has expired.\nMake a new key in the portal and enter it here.',
    });
  });

  function keyNotification(left: number) {
    const announcement = announceKeyEnds(now + left, 3, now);
    return notificationText({ kind: 'one', portal: acme, announcement }, stateOf(), words, now);
  }
});
