import { expect, test } from 'vitest';
import { factsSchema, type PortalFacts } from '../../../src/contract/facts.ts';
import { factsOf } from '../../../src/present/commandLine/facts.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { failures, minute, reads, readsFinished, recordOf, secret } from '../../support/given.ts';
import { factsWith, portalFacts } from '../../support/present/facts.ts';
import { Story } from '../../support/core/story.ts';

/** What is told of the one portal of a story, as it leaves. */
function factsIn({ shell }: Story): PortalFacts {
  const [portal] = factsSchema.parse(factsOf(shell.state, shell.now)).portals;
  if (portal === undefined) throw new Error('no portal');
  return portal;
}

test('before the first answer nothing is told but that', () => {
  expect(factsIn(new Story())).toMatchObject({
    state: 'keyringClosed',
    checkedAt: null,
    runs: [],
    endings: [],
  });
});

test('a portal without a backup is idle', () => {
  expect(factsIn(new Story().begins())).toEqual({
    id: 'acme',
    name: 'Acme',
    origin: 'https://acme.onlyoffice.com',
    state: 'idle',
    scope: 'portal',
    attention: false,
    since: null,
    percent: null,
    secondsLeft: null,
    cause: null,
    dueAt: null,
    nextBackupAt: null,
    checkedAt: expect.stringMatching(/^2026-11-20T03:04:\d\dZ$/),
    lastFinishedAt: null,
    runs: [],
    endings: [],
    archives: [],
  });
});

test('a backup that runs is told with its figure and its name', () => {
  expect(factsIn(new Story().begins({ job: null }).looks(reads({ percent: 40 })))).toMatchObject({
    state: 'running',
    percent: 40,
    runs: [{ scope: 'portal', backup: 'task-a', percent: 40 }],
    endings: [],
  });
});

test('one that has finished is told with its outcome and its time, and without its link', () => {
  const story = new Story().begins(reads()).looks(readsFinished());
  const facts = factsIn(story);
  expect(facts).toMatchObject({
    state: 'finished',
    attention: false,
    runs: [],
    endings: [{ scope: 'portal', backup: 'task-a', outcome: 'finished' }],
  });
  expect(facts.lastFinishedAt).toBe(facts.endings[0]?.endedAt);
  expect(JSON.stringify(facts)).not.toContain(secret);
});

test('an error that only the list of backups can confirm is no ending yet', () => {
  const story = new Story().begins(reads());
  story.script().history = fail(failures.serverError);
  story.looks(reads({ completed: true, error: 'the disk is full' }));
  expect(factsIn(story).endings).toEqual([]);
  story.script().history = succeed([]);
  story.passes(10 * minute);
  expect(factsIn(story).endings).toMatchObject([{ outcome: 'failed' }]);
  story.script().history = succeed([recordOf()]);
});

test('a portal that cannot be seen is told with the cause', () => {
  const story = new Story().begins().fails(failures.keyRefused).passes(minute);
  expect(factsIn(story)).toMatchObject({ state: 'noAccess', cause: 'keyRefused', attention: true });
});

test('a pause is told, with its end where it has one', () => {
  const { shell } = new Story().begins();
  expect(factsOf(shell.state, shell.now)).toMatchObject({ watching: 'on', pausedUntil: null });
  const paused = { ...shell.state, pausedUntil: shell.now + minute };
  expect(factsOf(paused, shell.now)).toMatchObject({
    watching: 'paused',
    pausedUntil: expect.stringMatching(/^2026-11-20T03:0\d:\d\dZ$/),
  });
  expect(factsOf({ ...paused, pausedUntil: Infinity }, shell.now)).toMatchObject({
    watching: 'paused',
    pausedUntil: null,
  });
  expect(factsOf({ ...shell.state, offlineSince: shell.now }, shell.now).watching).toBe('offline');
});

test('a name that is a secret, whatever has gone wrong before, does not leave', () => {
  const facts = factsWith([portalFacts({ name: 'sk-0123456789abcdef0123' })]);
  expect(factsSchema.parse(facts).portals[0]?.name).toBe('sk-…');
});
