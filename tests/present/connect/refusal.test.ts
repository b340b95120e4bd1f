import { describe, expect, test } from 'vitest';
import type { Failure } from '../../../src/core/net/failure.ts';
import { refusalText } from '../../../src/present/connect/refusal.ts';
import { failures } from '../../support/given.ts';
import { words } from '../../support/presented.ts';

describe('why an address is refused', () => {
  test.each<[string, Failure, string]>([
    ['no such host', { kind: 'noSuchHost', detail: 'ENOTFOUND' }, 'No server has this address.'],
    [
      'a lookup that fails',
      { kind: 'lookupFailed', detail: 'EAI_AGAIN' },
      'This address cannot be looked up now.',
    ],
    ['nobody listens', { kind: 'refused', detail: 'ECONNREFUSED' }, 'No server answers at this address.'],
    ['no way there', failures.unreachable, 'No server answers at this address.'],
    ['a connection that is cut', { kind: 'cut', detail: 'ECONNRESET' }, 'No server answers at this address.'],
    ['no answer in time', failures.timeout, 'The server does not answer in time.'],
    [
      'no connection in time',
      { kind: 'noConnection', detail: 'ETIMEDOUT' },
      'The server does not answer in time.',
    ],
    [
      'no encryption',
      { kind: 'encryption', detail: 'EPROTO' },
      'The server does not offer a secure connection that works.',
    ],
    [
      'a gateway without its portal',
      failures.serviceDown,
      'The portal is there, but its service does not answer now.',
    ],
    ['a limit', failures.limited, 'The portal asks to wait before more questions.'],
    ['something else', failures.notDocSpace, 'What answers at this address is not DocSpace.'],
    ['nothing there', failures.notThere, 'Nothing of a portal is at this address.'],
    [
      'nonsense',
      { kind: 'unreadable', detail: 'settings', retryAt: null },
      'What answers at this address is not DocSpace.',
    ],
    [
      'a redirect to itself',
      { kind: 'redirected', location: '/login' },
      'What answers at this address is not DocSpace.',
    ],
    ['an error', failures.serverError, 'The server answers with an error (500).'],
    ['a key wanted for what is open', failures.keyRefused, 'The server answers with an error (401).'],
    ['forbidden', failures.forbidden, 'The server lets nobody in from here.'],
    ['unpaid', failures.unpaid, 'The portal’s plan is not paid.'],
    [
      'megabytes',
      { kind: 'tooLarge', detail: '/api/2.0/settings', retryAt: null },
      'The server answers with an error (/api/2.0/settings).',
    ],
    [
      'another protocol',
      { kind: 'unexpected', detail: 'HPE_INVALID_CONSTANT', retryAt: null },
      'The server answers with an error (HPE_INVALID_CONSTANT).',
    ],
  ])('%s', (_what, failure, begins) => {
    const { addressError, keyError, note } = refusalText({ at: 'address', why: 'failure', failure }, words);
    expect(addressError?.startsWith(`${begins} `)).toBe(true);
    expect([keyError, note]).toEqual([null, null]);
  });

  test.each([
    ['untrusted', 'is not trusted by this system'],
    ['selfSigned', 'vouches for its certificate itself'],
    ['changed', 'shows another certificate than the one that you trusted'],
    ['revoked', 'was revoked'],
    ['expired', 'has expired'],
    ['notYetValid', 'is not valid yet'],
    ['wrongHost', 'is made for another address'],
  ] as const)('a certificate that is %s', (problem, says) => {
    const failure: Failure = { kind: 'certificate', problem, detail: 'x' };
    expect(refusalText({ at: 'address', why: 'failure', failure }, words).addressError).toContain(says);
  });
});

test.each([
  ['expired', 'has expired'],
  ['notYetValid', 'is not valid yet'],
  ['wrongHost', 'is made for another address'],
  ['unverifiable', 'cannot verify that certificate by itself'],
] as const)('a certificate that somebody wants to trust and that is %s', (problem, says) => {
  expect(refusalText({ at: 'address', why: 'untrustable', problem }, words).addressError).toContain(says);
});

test.each([
  ['unreached', 'The proxy proxy.lan:3128, which this system is set to use, does not answer.'],
  ['signIn', 'The proxy proxy.lan:3128 asks for a user name and a password.'],
  ['signInRefused', 'The proxy proxy.lan:3128 refuses the user name or the password.'],
  ['method', 'The proxy proxy.lan:3128 wants a sign-in that Keepwatch does not know (NTLM or Kerberos).'],
  ['kind', 'This system is set to use proxy.lan:3128, a kind of proxy that Keepwatch does not know.'],
  ['refused', 'The proxy proxy.lan:3128 does not let Keepwatch through to this address (403).'],
] as const)('a proxy in the way: %s', (problem, begins) => {
  const failure: Failure = { kind: 'proxy', problem, proxy: 'http://proxy.lan:3128', detail: '403' };
  const { addressError } = refusalText({ at: 'address', why: 'failure', failure }, words);
  expect(addressError?.startsWith(`${begins} `)).toBe(true);
});

describe('why backups may not be seen', () => {
  test.each([
    ['restoring', 'The portal is being restored', 'Wait until it is done.'],
    ['busy', 'The portal is closed for now', 'It is being moved or encrypted.'],
    ['suspended', 'The portal is suspended', 'Ask its owner.'],
    [
      'addressBlocked',
      'The portal does not accept this network',
      'It takes calls from certain addresses only.',
    ],
    ['keyLimited', 'This key may not see backups', 'It is limited to other things.'],
    [
      'notAdministrator',
      'This key may not see backups',
      'It belongs to somebody who is not an administrator.',
    ],
    ['workspace', 'This key may not see backups', 'Make a read-only key for everything'],
    ['unknown', 'This key may not see backups', 'Make a read-only key for everything'],
  ] as const)('%s', (why, fact, next) => {
    const { note } = refusalText({ at: 'right', why }, words);
    expect(note).toMatchObject({ tone: 'danger', fact });
    expect(note?.next.startsWith(next)).toBe(true);
  });

  test.each<[Failure, string, string]>([
    [failures.unpaid, 'The portal’s plan is not paid', 'Ask the portal’s owner; then connect again.'],
    [
      failures.serverError,
      'The portal could not be asked about backups',
      'It answered with an error (500). Try again in a few minutes.',
    ],
    [
      failures.limited,
      'The portal could not be asked about backups',
      'The portal asks to wait before more questions. Try again in a minute.',
    ],
    [
      failures.serviceDown,
      'The portal could not be asked about backups',
      'The portal is there, but its service does not answer now. Try again in a few minutes.',
    ],
    [
      { kind: 'redirected', location: '/login' },
      'The portal could not be asked about backups',
      'It answered with an error (redirected). Try again in a few minutes.',
    ],
  ])('%j', (failure, fact, next) => {
    expect(refusalText({ at: 'right', why: 'failure', failure }, words).note).toEqual({
      tone: 'danger',
      fact,
      next,
    });
  });

  test('a key that could not be kept', () => {
    expect(refusalText({ at: 'storing', why: 'notSaved' }, words).note).toEqual({
      tone: 'danger',
      fact: 'The key could not be kept',
      next: 'This system’s keyring or disk refused it. Check that the disk is not full, and try again.',
    });
  });
});
