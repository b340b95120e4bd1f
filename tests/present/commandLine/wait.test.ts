import { expect, test } from 'vitest';
import type { Answer } from '../../../src/contract/answer.ts';
import type { PortalFacts } from '../../../src/contract/facts.ts';
import { happeningsBetween } from '../../../src/present/commandLine/happenings.ts';
import { waitFor, type WaitEnd } from '../../../src/present/commandLine/wait.ts';
import { ended, factsWith, portalFacts, running } from '../../support/present/facts.ts';

const globex = portalFacts({ id: 'globex', name: 'Globex', origin: 'https://globex.example:8443' });

/** How waiting for a portal goes while it stands so, one after the other. */
function waited(named: string | null, ...stands: Array<PortalFacts[]>): Array<WaitEnd | null> {
  const wait = waitFor(named);
  const [first = [], ...later] = stands;
  const ends = [wait({ is: 'status', facts: factsWith(first), lines: [] })];
  let before = factsWith(first);
  for (const portals of later) {
    const after = factsWith(portals);
    const answers = happeningsBetween(before, after).map((facts): Answer => ({
      is: 'event',
      facts,
      lines: [],
    }));
    ends.push(answers.reduce<WaitEnd | null>((end, answer) => end ?? wait(answer), null));
    before = after;
  }
  return ends;
}

test.each([
  'Acme',
  ' acme ',
  'https://acme.onlyoffice.com',
  'HTTPS://ACME.onlyoffice.com/',
  'acme.onlyoffice.com',
  'acme',
])('a portal is known by %j', (named) => {
  expect(waited(named, [portalFacts(), globex])).toEqual([null]);
});

test.each(['globex.example', 'globex.example:8443'])(
  'a host is known with and without its port: %s',
  (named) => {
    expect(waited(named, [portalFacts(), globex])).toEqual([null]);
  },
);

test('there is nothing to wait for without such a portal, and where several have the name', () => {
  expect(waited('Initech', [portalFacts()])).toEqual(['noSuchPortal']);
  expect(
    waited('acme', [portalFacts(), portalFacts({ id: 'other', origin: 'https://other.example' })]),
  ).toEqual(['severalPortals']);
});

test('waiting lasts until the backup that runs has ended', () => {
  const stands = [[portalFacts(running)], [portalFacts(running)], [portalFacts(ended('gaps'))]];
  expect(waited('Acme', ...stands)).toEqual([null, null, 'gaps']);
});

test('without one that runs it lasts until the next one has begun and ended', () => {
  const begun = portalFacts({
    ...ended('finished'),
    ...running,
    runs: [{ scope: 'portal', backup: 'task-b', percent: 1 }],
  });
  expect(
    waited('Acme', [portalFacts(ended('finished'))], [begun], [portalFacts(ended('failed', 'task-b'))]),
  ).toEqual([null, null, 'failed']);
});

test('an older backup that is judged anew ends nothing', () => {
  expect(waited('Acme', [portalFacts(ended('failed'))], [portalFacts(ended('problem'))])).toEqual([
    null,
    null,
  ]);
});

test('the backup of another portal ends nothing', () => {
  const later = { ...globex, ...ended('finished') };
  expect(waited('Acme', [portalFacts(running), globex], [portalFacts(running), later])).toEqual([null, null]);
});

test('a portal that is removed is waited for no more', () => {
  expect(waited('Acme', [portalFacts(running), globex], [globex])).toEqual([null, 'removed']);
});
