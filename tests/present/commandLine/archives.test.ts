import { expect, test } from 'vitest';
import { type AnswerLine, answerSchema } from '../../../src/contract/answer.ts';
import { factsSchema, type Happening } from '../../../src/contract/facts.ts';
import { eventAnswer, statusAnswer } from '../../../src/present/commandLine/answers.ts';
import { factsOf } from '../../../src/present/commandLine/facts.ts';
import { happeningsBetween } from '../../../src/present/commandLine/happenings.ts';
import { minute } from '../../support/given.ts';
import { endsSaved, finishing, savedArchive, savingPortal } from '../../support/core/saves.ts';
import type { Story } from '../../support/core/story.ts';
import { words } from '../../support/words.ts';

// What the command line tells of saved archives.

function factsIn({ shell }: Story) {
  return factsSchema.parse(factsOf(shell.state, shell.now));
}

function saidOf({ shell: { state, now } }: Story, happenings: Happening[]): AnswerLine[] {
  return happenings.flatMap((one) => answerSchema.parse(eventAnswer(one, state, words, now)).lines);
}

const saved = {
  scope: 'portal',
  backup: 'task-a',
  file: '/backups/acme/a.tar.gz',
  savedAt: expect.stringMatching(/^2026-11-20T03:04:\d\dZ$/),
  bytes: 4_200_000,
  sha256: 'a'.repeat(64),
  readable: true,
  files: 14_203,
  missing: 2,
};

test('an archive is told with its file, its sum and what was found in it', () => {
  const story = finishing(savingPortal());
  expect(factsIn(story).portals[0]?.archives).toEqual([]);
  expect(factsIn(endsSaved(story)).portals[0]?.archives).toEqual([saved]);
});

test('one that cannot be read says so', () => {
  const story = finishing(savingPortal());
  const before = factsIn(story);
  const after = factsIn(endsSaved(story, savedArchive({ contents: 'damaged' })));
  expect(after.portals[0]?.archives).toEqual([{ ...saved, readable: false, files: null, missing: null }]);
  expect(saidOf(story, happeningsBetween(before, after))).toEqual([
    { tone: 'danger', text: '03:04  Acme: saved archive cannot be read' },
  ]);
});

test('that it was saved is an event, once, in words too', () => {
  const story = finishing(savingPortal());
  const before = factsIn(story);
  const after = factsIn(endsSaved(story));
  const happenings = happeningsBetween(before, after);
  expect(happenings).toMatchObject([{ event: 'saved', scope: 'portal', backup: 'task-a', outcome: null }]);
  expect(saidOf(story, happenings)).toEqual([{ tone: 'accent', text: '03:04  Acme: archive saved' }]);
  expect(happeningsBetween(after, factsIn(story.passes(minute)))).toEqual([]);
});

test('that it was deleted is none', () => {
  const story = endsSaved(finishing(savingPortal()));
  const before = factsIn(story);
  story.shell.does({ type: 'archivesGone', portal: 'acme', files: [savedArchive().file] });
  expect(happeningsBetween(before, factsIn(story))).toEqual([]);
});

test('status says in words how it is saved, and what was found', () => {
  const story = finishing(savingPortal());
  const lines = (): string[] => {
    const { state, now } = story.shell;
    const answer = answerSchema.parse(statusAnswer(factsIn(story), state, words, now));
    return answer.lines.map(({ text }) => text);
  };
  expect(lines()).toEqual(['Acme: backup finished', '  Saving archive…']);
  endsSaved(story);
  expect(lines()).toEqual([
    'Acme: backup finished',
    '  Saved and readable, 14,203 files, 2 missing',
    '  4.2 MB, in /backups/acme',
  ]);
});
