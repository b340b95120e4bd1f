import { describe, test } from 'vitest';
import { at, expectRow } from '../../support/table.ts';

// What is wrong on the way to a portal, in words: docs/look.md, "Words for states".

describe('what is wrong with a certificate', () => {
  const mend = 'Keepwatch sends no key until the certificate is in order. Ask the portal’s administrator.';
  const poll =
    'Keepwatch sends no key there. Look at the certificate, or ask the portal’s administrator for one that is trusted.';
  test.each([
    ['untrusted', 'Nobody whom this system trusts vouches for the portal’s certificate.', poll],
    ['selfSigned', 'The portal vouches for its certificate itself, and nobody else does.', poll],
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
    const status = { is: 'proxy', problem, since: at('09:12') } as const;
    const [state, line] = ['Held up by the proxy', 'held up by the proxy'];
    expectRow([problem, status, 'attention warn', state, 'since 09:12', why, line]);
  });
});
