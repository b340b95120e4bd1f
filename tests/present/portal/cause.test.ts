import { describe, expect, test } from 'vitest';
import { causes, isOutage, toldCauses, type ToldCause } from '../../../src/core/access/cause.ts';
import { explain } from '../../../src/present/portal/cause.ts';
import { words } from '../../support/present/presented.ts';

describe('the ways of a portal not to answer', () => {
  const outages: Array<[ToldCause, string, string]> = [
    ['noSuchHost', 'does not answer', 'DNS has no address for the portal’s host name.'],
    ['lookupFailed', 'does not answer', 'The DNS server does not answer for the portal’s host name.'],
    ['refused', 'does not answer', 'Its server refuses the connection.'],
    ['unreachable', 'does not answer', 'Its server cannot be reached.'],
    ['noConnection', 'does not answer', 'The connection to its server times out.'],
    ['timeout', 'does not answer', 'Its server takes the request, but its answer times out.'],
    ['stalled', 'does not answer', 'Its answer begins, but times out before its end.'],
    ['cut', 'does not answer', 'Its server closes the connection without an answer.'],
    ['truncated', 'does not answer', 'The connection breaks off in the middle of the answer.'],
    ['encryption', 'does not answer', 'No encrypted connection (TLS) can be established.'],
    [
      'oldEncryption',
      'does not answer',
      'The portal offers only outdated encryption (TLS 1.0 or 1.1), which is no longer safe.',
    ],
    ['proxyUnreached', 'does not answer', 'This system’s proxy does not answer.'],
    ['proxyUntrusted', 'does not answer', 'The certificate of this system’s proxy is not trusted.'],
    [
      'proxyUnresolved',
      'does not answer',
      'This system’s proxy script (PAC) does not say which proxy to use.',
    ],
    ['proxyRefused', 'does not answer', 'This system’s proxy does not allow connections to the portal.'],
    [
      'portalDown',
      'does not answer',
      'A gateway answers in its place: the portal behind it does not respond.',
    ],
    ['serviceDown', 'backup service does not answer', 'The portal answers, but its backup service does not.'],
    ['notThere', 'backup service does not answer', 'The portal answers, but it has no backup service (404).'],
    [
      'redirected',
      'redirects elsewhere',
      'It redirects to another address, and Keepwatch does not send the key there.',
    ],
    [
      'ownPage',
      'redirects to a page',
      'Its server redirects to a page of its own, such as a sign-in or maintenance page, and gives no answer.',
    ],
    [
      'downgrade',
      'redirects to http',
      'It redirects to an address without encryption, and Keepwatch does not send the key there.',
    ],
    ['notDocSpace', 'answer is not from DocSpace', 'A web page or another product answers at its address.'],
    ['tooLarge', 'answer is not from DocSpace', 'The answer is too large to be from DocSpace.'],
    ['unexpected', 'answer is not from DocSpace', 'This is not an answer from DocSpace.'],
    [
      'unreadable',
      'answer cannot be read',
      'Keepwatch does not understand what the portal answers about its backups.',
    ],
    [
      'keyAccepted',
      'reports an error',
      'The portal refuses the key for requests about its backups, but accepts it for others.',
    ],
    ['serverError', 'reports an error', 'The portal answers requests about its backups with a server error.'],
    ['rateLimited', 'asks to wait', 'The owner of this key has sent too many requests.'],
  ];

  test.each(outages)('%s', (cause, line, reason) => {
    const { reason: why, next } = explain(cause, words);
    expect([words.say(`inline.${causes[cause].word}`), why]).toEqual([line, reason]);
    expect(next).toMatch(/^[A-Z].*\.$/);
  });

  test('are all told apart', () => {
    expect(toldCauses.filter(isOutage).toSorted()).toEqual(outages.map(([cause]) => cause).toSorted());
    expect(new Set(outages.map(([, , reason]) => reason)).size).toBe(outages.length);
  });
});
