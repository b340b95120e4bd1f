import { describe, expect, test } from 'vitest';
import { accessCauses } from '../../../src/core/news/announcement.ts';
import type { OutageCause } from '../../../src/core/access/outage.ts';
import { explanations } from '../../../src/present/portal/cause.ts';
import { words } from '../../support/presented.ts';

describe('the ways of a portal not to answer', () => {
  const proxyResolver: Array<[OutageCause, string, string]> = [
    ['noSuchHost', 'does not answer', 'No server has the portal’s name at present.'],
    ['lookupFailed', 'does not answer', 'The portal’s name cannot be looked up.'],
    ['refused', 'does not answer', 'Its server is there and takes no connection.'],
    ['unreachable', 'does not answer', 'No way leads to its server.'],
    ['noConnection', 'does not answer', 'Its server cannot be reached in time.'],
    ['timeout', 'does not answer', 'Its server takes the question and gives no answer in time.'],
    ['stalled', 'does not answer', 'Its answer begins, and its end does not come in time.'],
    ['cut', 'does not answer', 'The connection is closed before a word of the answer.'],
    ['truncated', 'does not answer', 'The connection breaks off in the middle of the answer.'],
    ['encryption', 'does not answer', 'No secure connection comes about.'],
    [
      'oldEncryption',
      'does not answer',
      'The portal offers only encryption of another time (TLS 1.0 or 1.1), which is not safe any more.',
    ],
    ['proxyUnreached', 'does not answer', 'The proxy that this system is set to use does not answer.'],
    [
      'proxyRefused',
      'does not answer',
      'The proxy that this system is set to use lets nobody through to the portal.',
    ],
    ['portalDown', 'does not answer', 'A gateway answers in its place: nothing behind it does.'],
    ['serviceDown', 'backup service does not answer', 'The portal is there, its backup service is not.'],
    [
      'notThere',
      'backup service does not answer',
      'The portal is there, and what tells of its backups is not.',
    ],
    ['redirected', 'sends elsewhere', 'It sends Keepwatch on to another address, where the key does not go.'],
    ['notDocSpace', 'something else answers', 'What answers there is a web page, or another product.'],
    ['tooLarge', 'something else answers', 'The answer is far larger than any about backups.'],
    ['unexpected', 'something else answers', 'The answer is none that a DocSpace gives.'],
    [
      'unreadable',
      'gives no readable answer',
      'The answer says nothing of backups that Keepwatch understands.',
    ],
    [
      'serverError',
      'reports an error',
      'The portal answers every question for its backups with an error of its own.',
    ],
    ['rateLimited', 'asks to wait', 'Too many questions came from this key’s owner.'],
  ];

  test.each(proxyResolver)('%s', (cause, line, reason) => {
    const { word, why, next } = explanations[cause];
    expect([words.say(`inline.${word}`), words.say(why)]).toEqual([line, reason]);
    expect(words.say(next)).toMatch(/^[A-Z].*\.$/);
  });

  test('are all told apart', () => {
    const others = new Set<string>(proxyResolver.map(([cause]) => cause));
    expect(accessCauses.filter((cause) => !others.has(cause))).toHaveLength(21);
    expect(new Set(proxyResolver.map(([, , reason]) => reason)).size).toBe(proxyResolver.length);
  });
});
