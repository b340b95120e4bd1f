import { expect, test } from 'vitest';
import { timeLeftPhrase } from '../../src/present/timeLeft.ts';
import { hour, minute } from '../support/given.ts';
import { words } from '../support/words.ts';

test.each([
  [6, 6, 6, 'about 6 min left'],
  [0.1, 0.1, 0.1, 'about 10 s left'],
  [0.5, 1.5, 2, 'about 2 min left'],
  [0.2, 2, 3, 'about 1 to 3 min left'],
  [3.4, 5, 7.2, 'about 3 to 8 min left'],
  [8, 20, 31, 'about 8 to 35 min left'],
  [21, 30, 39, 'about 20 to 40 min left'],
  [50, 60, 80, 'about 50 min to 1 h 30 min left'],
  [40, 55, 59, 'about 40 min to 1 h left'],
  [100, 150, 200, 'about 1 h 30 min to 3 h 30 min left'],
])('from %d, likely %d, to %d min: "%s"', (from, likely, to, said) => {
  const left = { from: from * minute, likely: likely * minute, to: to * minute };
  expect(timeLeftPhrase(left, words)).toBe(said);
});

test('a range never begins after it ends, and is never empty', () => {
  for (let from = minute; from < 3 * hour; from += 7 * minute) {
    const said = timeLeftPhrase({ from, likely: from, to: 1.5 * from }, words);
    const [, least, most] = /^about (.*) to (.*) left$/.exec(said) ?? [null, '0', '1'];
    expect(least).not.toBe(most);
  }
});
