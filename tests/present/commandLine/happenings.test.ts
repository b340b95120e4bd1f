import { assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { happeningSchema, type PortalFacts } from '../../../src/contract/facts.ts';
import { beginningOf, happeningsBetween } from '../../../src/present/commandLine/happenings.ts';
import { ended, factsWith, portalFacts, running } from '../../support/present/facts.ts';

type Change = [what: string, before: Partial<PortalFacts>, after: Partial<PortalFacts>, events: string[]];

const atPercent = (percent: number): Partial<PortalFacts> => ({
  ...running,
  percent,
  runs: [{ scope: 'portal', backup: 'task-a', percent }],
});
const lost: Partial<PortalFacts> = { state: 'noAccess', scope: null, cause: 'keyRefused' };
const next: PortalFacts['runs'] = [{ scope: 'portal', backup: 'task-b', percent: 0 }];

const changes: Change[] = [
  ['nothing', running, running, []],
  ['a backup that begins', {}, running, ['started']],
  ['its figure', running, atPercent(43), ['progress']],
  ['its end', running, ended('finished'), ['ended finished']],
  ['a bad end', running, ended('failed'), ['ended failed']],
  ['an end that is judged anew', ended('failed'), ended('problem'), ['ended problem']],
  [
    'an end that is only shown no more',
    ended('finished'),
    { ...ended('finished'), state: 'idle' },
    ['changed'],
  ],
  [
    'an end and the next backup',
    running,
    { ...ended('finished'), state: 'waiting', runs: next },
    ['ended finished', 'started'],
  ],
  ['a standstill', running, { ...running, state: 'stuck' }, ['stuck']],
  ['one that goes on', { ...running, state: 'stuck' }, atPercent(43), ['progress']],
  ['a backup that did not come', {}, { state: 'overdue' }, ['overdue']],
  ['one that is too old', {}, { state: 'outdated' }, ['outdated']],
  ['a key that is refused', {}, lost, ['accessLost']],
  ['another cause', lost, { ...lost, cause: 'timeout' }, ['changed']],
  ['a portal that is back', lost, {}, ['accessRegained']],
  ['a portal that is back, with an end', lost, ended('finished'), ['ended finished', 'accessRegained']],
];

function eventsOf(before: Partial<PortalFacts>, after: Partial<PortalFacts>): string[] {
  return happeningsBetween(factsWith([portalFacts(before)]), factsWith([portalFacts(after)])).map(
    ({ event, outcome }) => [event, outcome].filter((part) => part !== null).join(' '),
  );
}

test.each(changes)('of %s there is this to tell', (_what, before, after, events) => {
  expect(eventsOf(before, after)).toEqual(events);
});

test('of the portals, that one is new, one gone, and that nothing is watched now', () => {
  const globex = portalFacts({ id: 'globex', name: 'Globex' });
  const told = happeningsBetween(
    factsWith([portalFacts()]),
    factsWith([globex], { watching: 'paused', at: '2026-11-20T04:00:00Z' }),
  );
  expect(told.map(({ event, portal, watching, at }) => [event, portal?.name, watching, at])).toEqual([
    ['removed', 'Acme', 'paused', '2026-11-20T04:00:00Z'],
    ['added', 'Globex', 'paused', '2026-11-20T04:00:00Z'],
    ['watching', undefined, 'paused', '2026-11-20T04:00:00Z'],
  ]);
});

test('who begins to follow is told how each portal stands', () => {
  const told = beginningOf(factsWith([portalFacts(running)]));
  expect(told).toMatchObject([{ event: 'stands', scope: 'portal', portal: running }]);
});

const anything = constantFrom(...changes.flatMap(([, before, after]) => [before, after]));

test('between any two moments every event is one that may leave, and names the backup it is about', () => {
  assert(
    property(anything, anything, (before, after) => {
      for (const one of happeningsBetween(
        factsWith([portalFacts(before)]),
        factsWith([portalFacts(after)]),
      )) {
        expect(happeningSchema.parse(one)).toEqual(one);
        expect(one.backup !== null).toBe(['started', 'progress', 'ended'].includes(one.event));
        expect(one.outcome !== null).toBe(one.event === 'ended');
      }
    }),
  );
});

test('between equal moments nothing has happened', () => {
  assert(
    property(anything, (stands) => {
      expect(eventsOf(stands, stands)).toEqual([]);
    }),
  );
});
