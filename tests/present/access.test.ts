import { describe, test } from 'vitest';
import { day, hour, minute, now } from './given.ts';
import { at, expectRow, type Row } from './table.ts';

// What keeps a portal's backups from being seen, in words: docs/look.md, "Words for states".

const silent = {
  is: 'silent',
  cause: 'timeout',
  host: null,
  since: at('09:41'),
  nextAt: now + 2 * minute,
  long: false,
} as const;
const rows: Row[] = [
  [
    'key refused',
    { is: 'keyRefused', why: 'keyRefused', since: at('09:12') },
    'attention warn',
    'Needs a new key',
    'since 09:12',
    'The portal refuses the key: it was revoked, it has expired, or a restore removed it. Make a new key in the portal and enter it here.',
    'needs a new key',
  ],
  [
    'key gone with a restore',
    { is: 'keyRefused', why: 'keyRestored', since: now - day },
    'attention warn',
    'Needs a new key',
    'since yesterday, 16:02',
    'The portal was restored, and a restore removes API keys. Make a new key in the portal and enter it here.',
    'needs a new key',
  ],
  [
    'key expired',
    { is: 'keyRefused', why: 'keyExpired', since: at('09:12') },
    'attention warn',
    'Needs a new key',
    'since 09:12',
    'The key has expired. Make a new key in the portal and enter it here.',
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
    { is: 'askedToWait', until: at('16:10'), long: false },
    'offline calm',
    'Portal asks to wait',
    'until 16:10',
    'Too many questions came from this key’s owner. Keepwatch looks again by itself. All programs of one user count together.',
    'asks to wait',
  ],
  [
    'asked to wait for long, being asked right now',
    { is: 'askedToWait', until: null, long: true },
    'attention warn',
    'Portal asks to wait',
    null,
    'Too many questions came from this key’s owner. Keepwatch looks again by itself. All programs of one user count together.',
    'asks to wait',
  ],
  [
    'silent',
    silent,
    'offline calm',
    'Portal does not answer',
    'since 09:41',
    'Its server takes the question and gives no answer in time. It may be overloaded. If that lasts, ask the portal’s administrator. Keepwatch keeps trying, next in 2 min.',
    'does not answer',
  ],
  [
    'silent for long',
    { ...silent, long: true },
    'attention warn',
    'Portal does not answer',
    'since 09:41',
    'Its server takes the question and gives no answer in time. It may be overloaded. If that lasts, ask the portal’s administrator. Keepwatch keeps trying, next in 2 min.',
    'does not answer',
  ],
  [
    'silent, being asked right now',
    { ...silent, nextAt: Infinity },
    'offline calm',
    'Portal does not answer',
    'since 09:41',
    'Its server takes the question and gives no answer in time. It may be overloaded. If that lasts, ask the portal’s administrator. Keepwatch keeps trying.',
    'does not answer',
  ],
  [
    'silent, due any moment',
    { ...silent, nextAt: now - hour },
    'offline calm',
    'Portal does not answer',
    'since 09:41',
    'Its server takes the question and gives no answer in time. It may be overloaded. If that lasts, ask the portal’s administrator. Keepwatch keeps trying, next in 1 s.',
    'does not answer',
  ],
  [
    'sending elsewhere',
    { ...silent, cause: 'redirected', host: 'new.example' },
    'offline calm',
    'Portal sends elsewhere',
    'since 09:41',
    'It sends Keepwatch on to new.example, where the key does not go. A network that wants you to sign in does that. If the portal has moved, remove it and add its new address. Keepwatch keeps trying, next in 2 min.',
    'sends elsewhere',
  ],
  [
    'being restored, as far as that is known',
    { is: 'restoring', percent: 40, since: at('09:12') },
    'running 40 accent',
    'Being restored',
    '40 %',
    'The portal is being restored from a backup. The key may be dead afterwards; then make a new one.',
    'is being restored, 40 %',
  ],
  [
    'being restored, nobody knows how far',
    { is: 'restoring', percent: null, since: at('09:12') },
    'running 0 accent',
    'Being restored',
    'since 09:12',
    'The portal is being restored from a backup. The key may be dead afterwards; then make a new one.',
    'is being restored',
  ],
];

describe('what keeps backups from being seen', () => {
  test.each(rows)('%s', (...row) => expectRow(row));
});

describe('why a portal forbids', () => {
  test.each([
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
      'workspace',
      'Older Workspace answers',
      'is the older Workspace',
      'The older ONLYOFFICE Workspace has taken this portal’s place, and Keepwatch cannot watch it. Remove it here, or ask the portal’s administrator.',
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
  const mend = 'Keepwatch sends no key until the certificate is in order. Ask the portal’s administrator.';
  const look =
    'Keepwatch sends no key there. Look at the certificate, or ask the portal’s administrator for one that is trusted.';
  test.each([
    ['untrusted', 'Nobody whom this system trusts vouches for the portal’s certificate.', look],
    ['selfSigned', 'The portal vouches for its certificate itself, and nobody else does.', look],
    ['expired', 'The portal’s certificate has expired.', mend],
    ['notYetValid', 'The portal’s certificate is not valid yet, or this system’s clock is wrong.', mend],
    ['wrongHost', 'The portal’s certificate is made for another address.', mend],
    ['revoked', 'The portal’s certificate was revoked.', mend],
  ] as const)('%s', (problem, reason, next) => {
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

  test('another one than the one that was trusted', () => {
    expectRow([
      'changed',
      { is: 'certificate', problem: 'changed', since: at('09:12') },
      'attention warn',
      'Certificate has changed',
      'since 09:12',
      'The portal shows another certificate than the one that you trusted. Keepwatch sends no key there. Look at the new one; a network that wants you to sign in first shows its own, too.',
      'certificate has changed',
    ]);
  });
});

describe('what a proxy wants', () => {
  const proxy = 'The proxy that this system is set to use';
  test.each([
    ['signIn', `${proxy} asks for a user name and a password. Enter them in the settings.`],
    ['signInRefused', `${proxy} refuses the user name or the password. Enter them again in the settings.`],
    [
      'method',
      `${proxy} wants a sign-in that Keepwatch does not know (NTLM or Kerberos). Ask its administrator for one with user name and password.`,
    ],
    [
      'kind',
      'This system is set to use a kind of proxy that Keepwatch does not know (SOCKS). An HTTP proxy would do.',
    ],
  ] as const)('%s', (problem, why) => {
    const standing = { is: 'proxy', problem, since: at('09:12') } as const;
    const [state, line] = ['Held up by the proxy', 'held up by the proxy'];
    expectRow([problem, standing, 'attention warn', state, 'since 09:12', why, line]);
  });
});
