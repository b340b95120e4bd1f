import { expect, test } from 'vitest';
import { cannotStart } from '../../src/present/startFailure.ts';
import { words } from '../support/presented.ts';

test('what cannot start says so', () => {
  expect(cannotStart(words)).toBe('Keepwatch cannot start');
});
