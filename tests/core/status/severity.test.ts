import { describe, expect, test } from 'vitest';
import type { PortalStatus } from '../../../src/core/status/status.ts';
import { needsAttention, severity } from '../../../src/core/status/severity.ts';
import { reads, readsFinished } from '../../support/given.ts';
import { noAccess } from '../../support/present/statusTable.ts';
import { Story } from '../../support/core/story.ts';
describe('how much a status asks for attention', () => {
  const order: PortalStatus[] = [
    { is: 'idle', scope: 'portal', nextAt: null },
    { is: 'firstCheck', scope: 'portal' },
    { is: 'settling', scope: 'portal', percent: 1 },
    { is: 'uploading', scope: 'portal', since: 0, left: null },
    { is: 'waiting', scope: 'portal', since: 0 },
    { is: 'running', scope: 'portal', percent: 1, left: null },
    noAccess('rateLimited'),
    { is: 'restoring', percent: 1, since: 0 },
    noAccess('busy'),
    { is: 'noAccess', cause: 'timeout', host: null, since: 0, nextAt: 0, long: false },
    { is: 'keyringClosed' },
    noAccess('rateLimited', { long: true }),
    { is: 'noAccess', cause: 'timeout', host: null, since: 0, nextAt: 0, long: true },
    noAccess('noRight'),
    { is: 'gone', scope: 'portal', percent: 1, since: 0 },
    { is: 'scheduleGone', scope: 'portal', since: 0, isNew: true },
    { is: 'overdue', scope: 'portal', dueAt: 0, lastFinishedAt: null },
    { is: 'stuck', scope: 'portal', job: 'a', stage: 'running', percent: 1, since: 0, before: 0 },
    noAccess('keyRefused'),
  ];

  test('grows in this order', () => {
    const weights = order.map(severity);
    expect(weights).toEqual(weights.toSorted((one, other) => one - other));
    expect(new Set(weights).size).toBe(weights.length);
  });

  test('somebody has to do something from a lasting silence on', () => {
    expect(order.map(needsAttention)).toEqual(order.map((_, index) => index >= 11));
  });

  test('a schedule that is gone since yesterday is known: it waits for nobody', () => {
    const gone = { is: 'scheduleGone', scope: 'portal', since: 0 } as const;
    expect([true, false].map((isNew) => needsAttention({ ...gone, isNew }))).toEqual([true, false]);
  });

  test.each([
    ['failed', true],
    ['problem', true],
    ['gaps', true],
    ['unknown', true],
    ['finished', false],
    ['cancelled', false],
  ] as const)('an ending: %s: %s', (outcome, needs) => {
    const story = new Story().begins(reads()).looks(readsFinished());
    const ending = story.shell.state.watches[0]?.jobs.portal.ending;
    if (!ending) throw new Error('nothing has ended');
    expect(
      needsAttention({ is: 'ended', scope: 'portal', ending: { ...ending, outcome }, offer: null }),
    ).toBe(needs);
  });
});
