import { describe, test } from 'vitest';
import { failures } from '../core/given.ts';
import { day, hour, minute, now } from './given.ts';
import { at, expectRow, type Row } from './table.ts';

// What keeps a portal's backups from being seen, in words: docs/look.md, "Words for states".

const silent = {
  is: 'silent',
  failure: failures.timeout,
  since: at('09:41'),
  nextAt: now + 2 * minute,
  long: false,
} as const;
const rows: Row[] = [
  [
    'key refused',
    { is: 'keyRefused', since: at('09:12'), restored: false },
    'attention warn',
    'Needs a new key',
    'since 09:12',
    'The portal refuses the key: it was revoked, it has expired, or a restore removed it. Make a new key in the portal and enter it here.',
    'needs a new key',
  ],
  [
    'key gone with a restore',
    { is: 'keyRefused', since: now - day, restored: true },
    'attention warn',
    'Needs a new key',
    'since yesterday, 16:02',
    'The portal was restored, and a restore removes API keys. Make a new key in the portal and enter it here.',
    'needs a new key',
  ],
  [
    'key missing',
    { is: 'keyMissing' },
    'attention warn',
    'Needs its key',
    null,
    'The key that was kept here cannot be read any more. Enter it again.',
    'needs its key',
  ],
  [
    'keyring closed',
    { is: 'keyringClosed' },
    'attention warn',
    'Waiting for the keyring',
    null,
    'The key lies in this system’s keyring, which is locked or not running. Unlock it, and watching goes on.',
    'waits for the keyring',
  ],
  [
    'unpaid',
    { is: 'unpaid', since: at('09:12') },
    'attention warn',
    'Plan is not paid',
    'since 09:12',
    'The portal answers only what a paid plan includes. Ask the portal’s owner.',
    'plan is not paid',
  ],
  [
    'asked to wait',
    { is: 'askedToWait', until: at('16:10') },
    'offline calm',
    'Portal asks to wait',
    'until 16:10',
    'Too many questions came with this key. Keepwatch looks again then.',
    'asks to wait',
  ],
  [
    'silent',
    silent,
    'offline calm',
    'Portal does not answer',
    'since 09:41',
    'Keepwatch keeps trying, next in 2 min.',
    'does not answer',
  ],
  [
    'silent for long',
    { ...silent, long: true },
    'attention warn',
    'Portal does not answer',
    'since 09:41',
    'Keepwatch keeps trying, next in 2 min.',
    'does not answer',
  ],
  [
    'silent, being asked right now',
    { ...silent, nextAt: Infinity },
    'offline calm',
    'Portal does not answer',
    'since 09:41',
    'Keepwatch keeps trying.',
    'does not answer',
  ],
  [
    'silent, due any moment',
    { ...silent, nextAt: now - hour },
    'offline calm',
    'Portal does not answer',
    'since 09:41',
    'Keepwatch keeps trying, next in 1 s.',
    'does not answer',
  ],
  [
    'its backup service down',
    { ...silent, failure: failures.serviceDown },
    'offline calm',
    'Backup service does not answer',
    'since 09:41',
    'The portal is there, its backup service is not. Keepwatch keeps trying, next in 2 min.',
    'does not answer',
  ],
  [
    'a captive portal',
    { ...silent, failure: failures.notDocSpace },
    'offline calm',
    'Not DocSpace that answers',
    'since 09:41',
    'Something else answers at this address. Keepwatch keeps trying, next in 2 min. A network that wants you to sign in first does that.',
    'does not answer',
  ],
];

describe('what keeps backups from being seen', () => {
  test.each(rows)('%s', (...row) => expectRow(row));
});

describe('why a portal forbids', () => {
  test.each([
    [
      'restoring',
      'Being restored',
      'is being restored',
      'The portal is being restored from a backup. The key may be dead afterwards; then make a new one.',
      'running 0 accent',
    ],
    [
      'busy',
      'Being moved or encrypted',
      'is being moved or encrypted',
      'The portal is closed while it is being moved or encrypted.',
      'running 0 accent',
    ],
    [
      'suspended',
      'Portal is suspended',
      'is suspended',
      'The portal answers nobody: it was suspended, or it is not there any more. Ask its owner.',
      'attention warn',
    ],
    [
      'keyLimited',
      'May not see backups',
      'may not see backups',
      'The key is limited to other things. Make a read-only key for everything, as an owner or administrator.',
      'attention warn',
    ],
    [
      'notAdministrator',
      'May not see backups',
      'may not see backups',
      'The key belongs to somebody who is not an administrator of the portal. Make a read-only key for everything, as an owner or administrator.',
      'attention warn',
    ],
    [
      'wholeServer',
      'May not see backups',
      'may not see backups',
      'The portal does not let this key see backups. Make a read-only key for everything, as an owner or administrator.',
      'attention warn',
    ],
    [
      'addressBlocked',
      'Does not accept this network',
      'does not accept this network',
      'The portal takes calls from certain network addresses only. Ask its administrator to allow this one.',
      'attention warn',
    ],
    [
      'unknown',
      'May not see backups',
      'may not see backups',
      'The portal does not let this key see backups. Make a read-only key for everything, as an owner or administrator.',
      'attention warn',
    ],
  ] as const)('%s', (cause, state, line, why, look) => {
    expectRow([cause, { is: 'forbidden', cause, since: at('09:12') }, look, state, 'since 09:12', why, line]);
  });
});

describe('what is wrong with a certificate', () => {
  test.each([
    ['untrusted', 'Nobody whom this system trusts vouches for the portal’s certificate.'],
    ['selfSigned', 'Nobody whom this system trusts vouches for the portal’s certificate.'],
    ['expired', 'The portal’s certificate has expired.'],
    ['notYetValid', 'The portal’s certificate is not valid yet, or this system’s clock is wrong.'],
    ['wrongHost', 'The portal’s certificate is made for another address.'],
    ['revoked', 'The portal’s certificate was revoked.'],
  ] as const)('%s', (problem, reason) => {
    const next = 'Keepwatch sends no key until the certificate is in order. Ask the portal’s administrator.';
    expectRow([
      problem,
      { is: 'certificate', problem, since: at('09:12') },
      'attention warn',
      'Certificate is not trusted',
      'since 09:12',
      `${reason} ${next}`,
      'certificate is not trusted',
    ]);
  });
});
