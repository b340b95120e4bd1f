import { expect, test } from 'vitest';
import { Story } from '../support/core/story.ts';
import { now, words } from '../support/present/presented.ts';
import { windowOf } from '../support/present/shown.ts';

test.each([
  ['1.2.0', 'Keepwatch 1.2.0'],
  ['1.2.0-fallback.33.2.1', 'Keepwatch 1.2.0-fallback.33.2.1: a test build, not a release'],
])('version %s is said to be what it is: %s', (version, line) => {
  const { shell } = new Story();
  shell.does({ type: 'application', facts: { version } });
  expect(windowOf(shell.state, words, now, 1, true).settings.version).toBe(line);
});
