import { describe, expect, test } from 'vitest';
import { bareAnswer } from '../../support/docspace/portal/misbehaviour/answers.ts';
import type { Portal } from '../../support/docspace/portal/portal.ts';
import { Newcomer } from './newcomer.ts';
import { openNow } from './openNow.ts';

// What a newcomer is told of a key, by the real probes of a real server, and what to do about it.

describe('a key', () => {
  test.each([
    ['that nobody made', () => `sk-${'0'.repeat(64)}`],
    ['that has expired', ({ keys }: Portal) => keys.expired],
    ['that was switched off', ({ keys }: Portal) => keys.switchedOff],
    ['that is a session token of another time', () => 'AAECAwQFBgcICQ'],
  ])('%s is refused', async (_what, keyOf) => {
    const portal = await openNow();
    const newcomer = await Newcomer.open();
    expect(await newcomer.connects(portal.origin, keyOf(portal))).toEqual([
      'at the key: The portal refuses this key. Copy it again, all of it; if it is old, make a new one.',
    ]);
    expect(newcomer.portals()).toEqual([]);
  });

  test('that is none asks nobody', async () => {
    const portal = await openNow();
    expect(await (await Newcomer.open()).connects(portal.origin, 'two words')).toEqual([
      'at the key: Enter the key: sk- and 64 letters and digits, as the portal showed it once.',
    ]);
    expect(portal.requests).toEqual([]);
  });

  test.each([
    [
      'that is limited to other things',
      'scoped',
      'Ada Keeper',
      'The key’s permissions do not cover backups. Make a read-only key for everything, as an owner or administrator of the portal.',
    ],
    [
      'of somebody who is not an administrator',
      'member',
      'Mia Member',
      'The key’s owner is not an administrator. Ask an owner or administrator of the portal to make a read-only key.',
    ],
  ] as const)('%s may not see backups', async (_what, kind, person, next) => {
    const portal = await openNow();
    const lines = await (await Newcomer.open()).connects(portal.origin, portal.keys[kind]);
    const accepted = kind === 'scoped' ? 'Done: Key accepted' : `Done: Key accepted, ${person}`;
    expect(lines).toEqual([
      'This key may not see backups',
      next,
      'Done: Acme, DocSpace 3.7.2',
      accepted,
      'Refused: No right to see backups',
    ]);
  });

  test.each([
    [402, 'The portal’s plan is not paid', 'Ask the portal’s owner; then connect again.'],
    [
      502,
      'The portal could not be asked about backups',
      'The portal is there, but its service does not answer now. Try again in a few minutes.',
    ],
    [
      500,
      'The portal could not be asked about backups',
      'It answered with an error (500). Try again in a few minutes.',
    ],
  ] as const)('to whose backups the portal answers %i', async (status, fact, next) => {
    const portal = await openNow();
    portal.misbehave(bareAnswer(status), { path: 'getbackupprogress' });
    const lines = await (await Newcomer.open()).connects(portal.origin, portal.key);
    expect(lines.slice(0, 2)).toEqual([fact, next]);
    expect(lines.at(-1)).toBe('Refused: Right to see backups');
  });
});
