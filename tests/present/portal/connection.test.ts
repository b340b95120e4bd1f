import { describe, test } from 'vitest';
import { proxyCauses } from '../../../src/core/access/causeOf.ts';
import { expectRow, noAccess } from '../../support/present/statusTable.ts';

// What is wrong on the way to a portal, in words: docs/look.md, "Words for states".

describe('what is wrong with a certificate', () => {
  const mend = 'Keepwatch sends no key until the certificate is valid. Ask the portal’s administrator.';
  const poll =
    'Keepwatch sends no key there. View the certificate, or ask the portal’s administrator for one that is trusted.';
  test.each([
    ['untrusted', 'The portal’s certificate is from an authority that this system does not trust.', poll],
    ['selfSigned', 'The portal has a self-signed certificate.', poll],
    ['expired', 'The portal’s certificate has expired.', mend],
    ['notYetValid', 'The portal’s certificate is not valid yet, or this system’s clock is wrong.', mend],
    ['wrongHost', 'The portal’s certificate is for another host name.', mend],
    ['revoked', 'The portal’s certificate was revoked.', mend],
  ] as const)('%s', (problem, reason, next) => {
    expectRow([
      problem,
      noAccess(problem),
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
      noAccess('changed'),
      'attention warn',
      'Certificate has changed',
      'since 09:12',
      'The portal’s certificate is not the one that you trusted. Keepwatch sends no key there. View the new one; the sign-in page of a network shows its own, too.',
      'certificate has changed',
    ]);
  });
});

describe('what a proxy wants', () => {
  const proxy = 'This system’s proxy';
  test.each([
    ['signIn', `${proxy} requires authentication (user name and password). Enter them in the settings.`],
    ['signInRefused', `${proxy} refuses the user name or the password. Enter them again in the settings.`],
    [
      'method',
      `${proxy} requires an authentication that Keepwatch does not support (NTLM or Kerberos). Ask its administrator to allow Basic authentication.`,
    ],
    ['kind', 'This system’s proxy is of a kind that Keepwatch does not support (SOCKS). Use an HTTP proxy.'],
  ] as const)('%s', (problem, why) => {
    const status = noAccess(proxyCauses[problem]);
    const [state, line] = ['Stopped by the proxy', 'stopped by the proxy'];
    expectRow([problem, status, 'attention warn', state, 'since 09:12', why, line]);
  });
});
