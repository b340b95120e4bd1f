import { describe, expect, test } from 'vitest';
import type { Failure } from '../../../src/core/net/failure.ts';
import { refusalText } from '../../../src/present/connect/refusal.ts';
import { failures, redirect } from '../../support/given.ts';
import { words } from '../../support/present/presented.ts';

describe('why an address is refused', () => {
  test.each<[string, Failure, string]>([
    ['no such host', { kind: 'noSuchHost', detail: 'ENOTFOUND' }, 'DNS has no address for this name.'],
    [
      'a lookup that fails',
      { kind: 'lookupFailed', detail: 'EAI_AGAIN' },
      'The DNS server does not answer for this name.',
    ],
    [
      'nobody listens',
      { kind: 'refused', detail: 'ECONNREFUSED' },
      'The server at this address cannot be reached.',
    ],
    ['no way there', failures.unreachable, 'The server at this address cannot be reached.'],
    [
      'a connection that is cut',
      { kind: 'cut', detail: 'ECONNRESET' },
      'The server at this address cannot be reached.',
    ],
    ['no answer in time', failures.timeout, 'The server does not answer in time (timeout).'],
    [
      'no connection in time',
      { kind: 'noConnection', detail: 'ETIMEDOUT' },
      'The server does not answer in time (timeout).',
    ],
    [
      'no encryption',
      { kind: 'encryption', detail: 'EPROTO' },
      'No encrypted connection (TLS) to the server can be established.',
    ],
    [
      'a gateway without its portal',
      failures.serviceDown,
      'The portal is there, but its service does not answer now.',
    ],
    [
      'nothing there, as a gateway says',
      { kind: 'serviceDown', detail: '404', retryAt: null },
      'There is no portal at this address (404).',
    ],
    ['a limit', failures.limited, 'The portal has received too many requests.'],
    ['something else', failures.notDocSpace, 'This is not an answer from DocSpace.'],
    ['nothing there', failures.notThere, 'There is no portal at this address (404).'],
    [
      'nonsense',
      { kind: 'unreadable', detail: 'settings', retryAt: null },
      'This is not an answer from DocSpace.',
    ],
    [
      'a redirect to itself',
      redirect('/login'),
      'The server redirects to a page of its own, such as a sign-in or maintenance page.',
    ],
    ['a redirect to nowhere', redirect('http://['), 'This is not an answer from DocSpace.'],
    [
      'a redirect of a portal that is watched',
      redirect('https://new.example/'),
      'The portal redirects to new.example, and no key is sent there.',
    ],
    [
      'a redirect to https',
      redirect('https://acme.lan:8443/', 'http://acme.lan'),
      'The portal redirects to acme.lan:8443, and no key is sent there.',
    ],
    [
      'a redirect away from encryption',
      redirect('http://acme.onlyoffice.com/'),
      'The portal redirects to an address without encryption.',
    ],
    ['an error', failures.serverError, 'The server answers with an error (500).'],
    ['a key wanted for what is open', failures.keyRefused, 'The server answers with an error (401).'],
    ['forbidden', failures.forbidden, 'The server does not allow access from this network (403).'],
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
    ['untrusted', 'from an authority that this system does not trust'],
    ['selfSigned', 'has a self-signed certificate'],
    ['changed', 'is not the one that you trusted'],
    ['revoked', 'was revoked'],
    ['expired', 'has expired'],
    ['notYetValid', 'is not valid yet'],
    ['wrongHost', 'is for another host name'],
  ] as const)('a certificate that is %s', (problem, says) => {
    const failure: Failure = { kind: 'certificate', problem, detail: 'x' };
    expect(refusalText({ at: 'address', why: 'failure', failure }, words).addressError).toContain(says);
  });
});

test.each([
  ['expired', 'has expired'],
  ['notYetValid', 'is not valid yet'],
  ['wrongHost', 'is for another host name'],
  ['unverifiable', 'could not verify the certificate'],
] as const)('a certificate that somebody wants to trust and that is %s', (problem, says) => {
  expect(refusalText({ at: 'address', why: 'untrustable', problem }, words).addressError).toContain(says);
});

test.each([
  ['unreached', 'This system’s proxy proxy.lan:3128 does not answer.'],
  ['unresolved', 'This system’s proxy script (PAC) does not say which proxy to use.'],
  ['signIn', 'The proxy proxy.lan:3128 requires authentication.'],
  ['signInRefused', 'The proxy proxy.lan:3128 refuses the user name or the password.'],
  [
    'method',
    'The proxy proxy.lan:3128 requires an authentication that Keepwatch does not support (NTLM or Kerberos).',
  ],
  ['kind', 'This system’s proxy proxy.lan:3128 is of a kind that Keepwatch does not support.'],
  ['refused', 'The proxy proxy.lan:3128 does not allow connections to this address (403).'],
] as const)('a proxy in the way: %s', (problem, begins) => {
  const failure: Failure = { kind: 'proxy', problem, proxy: 'http://proxy.lan:3128', detail: '403' };
  const { addressError } = refusalText({ at: 'address', why: 'failure', failure }, words);
  expect(addressError?.startsWith(`${begins} `)).toBe(true);
});

describe('why backups may not be seen', () => {
  test.each([
    ['restoring', 'The portal is being restored', 'Wait until it is done.'],
    ['busy', 'The portal is unavailable for now', 'It is being moved or encrypted.'],
    ['suspended', 'The portal is suspended', 'Ask its owner.'],
    [
      'addressBlocked',
      'The portal does not accept this IP address',
      'It accepts requests from certain IP addresses only.',
    ],
    ['keyLimited', 'This key may not see backups', 'The key’s permissions do not cover backups.'],
    ['notAdministrator', 'This key may not see backups', 'The key’s owner is not an administrator.'],
    ['workspace', 'This key may not see backups', 'Make a read-only key for everything'],
    ['noRight', 'This key may not see backups', 'Make a read-only key for everything'],
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
      'The portal has received too many requests. Try again in a minute.',
    ],
    [
      failures.serviceDown,
      'The portal could not be asked about backups',
      'The portal is there, but its service does not answer now. Try again in a few minutes.',
    ],
    [
      redirect('/login'),
      'The portal could not be asked about backups',
      'The server redirects to a page of its own, such as a sign-in or maintenance page. See what your browser shows there.',
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
      fact: 'The key could not be stored',
      next: 'This system’s keyring or disk refused it. Check that the disk is not full, and try again.',
    });
  });
});
