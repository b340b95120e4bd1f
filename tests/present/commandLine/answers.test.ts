import { expect, test } from 'vitest';
import { answerSchema, type AnswerLine } from '../../../src/contract/answer.ts';
import { eventAnswer, statusAnswer } from '../../../src/present/commandLine/answers.ts';
import { factsOf } from '../../../src/present/commandLine/facts.ts';
import { happeningsBetween } from '../../../src/present/commandLine/happenings.ts';
import { acme, failures, globex, minute, reads, readsFinished, secret } from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';
import { words } from '../../support/words.ts';

/** What status says. */
function said({ shell: { state, now } }: Story): AnswerLine[] {
  return answerSchema.parse(statusAnswer(factsOf(state, now), state, words, now)).lines;
}

/** What follow says of what a story does next. */
function toldOf(story: Story, then: (story: Story) => unknown): AnswerLine[] {
  const before = factsOf(story.shell.state, story.shell.now);
  then(story);
  const { state, now } = story.shell;
  return happeningsBetween(before, factsOf(state, now)).flatMap(
    (one) => answerSchema.parse(eventAnswer(one, state, words, now)).lines,
  );
}

const texts = (lines: AnswerLine[]): string[] => lines.map(({ text }) => text.replace(/^\d\d:\d\d {2}/, ''));

test('status says each portal in a line, and under it why and what to do', () => {
  const story = new Story([acme, globex]).begins(reads());
  expect(texts(said(story))).toEqual(['Acme: backing up 42 %', 'Globex: no backup running']);
  const lost = new Story().begins().fails(failures.keyRefused).passes(minute);
  expect(said(lost)).toEqual([
    { tone: 'warn', text: 'Acme: needs a new key' },
    { tone: 'calm', text: expect.stringMatching(/^ {2}\S/) },
    { tone: 'calm', text: expect.stringMatching(/^ {2}\S/) },
  ]);
});

test('it says first why nothing is watched, and where no portal is, that', () => {
  const { shell } = new Story().begins();
  const paused = { ...shell.state, pausedUntil: Infinity };
  const { lines } = statusAnswer(factsOf(paused, shell.now), paused, words, shell.now);
  expect(lines[0]).toEqual({ tone: 'warn', text: 'Keepwatch: watching is paused' });
  expect(said(new Story([]))).toEqual([{ tone: 'calm', text: 'No portal is watched yet' }]);
});

test('follow says how a backup ends, and then what runs', () => {
  const story = new Story().begins(reads());
  expect(toldOf(story, () => story.looks(readsFinished()))).toMatchObject([
    { tone: 'accent', text: expect.stringMatching(/^\d\d:\d\d {2}Acme: backup finished$/) },
  ]);
  expect(texts(toldOf(story, () => story.looks(reads({ task: 'task-b', percent: 3 }))))).toEqual([
    'Acme: backing up 3 %',
  ]);
});

test('it says that a portal is watched no more, and that watching goes on', () => {
  const story = new Story([acme, globex]).begins();
  expect(texts(toldOf(story, () => story.shell.does({ type: 'remove', portal: 'globex' })))).toEqual([
    'Globex: is not watched any more',
  ]);
  expect(texts(toldOf(story, () => story.shell.does({ type: 'paused', until: Infinity })))).toContain(
    'Keepwatch: watching is paused',
  );
  expect(texts(toldOf(story, () => story.shell.does({ type: 'resumed' })))).toContain(
    'Keepwatch: watching goes on',
  );
});

test('no answer holds a link', () => {
  const story = new Story().begins(reads()).looks(readsFinished());
  const { state, now } = story.shell;
  expect(JSON.stringify(statusAnswer(factsOf(state, now), state, words, now))).not.toContain(secret);
});
