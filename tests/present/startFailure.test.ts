import { expect, test } from 'vitest';
import { startFailureText } from '../../src/present/startFailure.ts';
import { words } from '../support/presented.ts';

test('what cannot start says so', () => {
  expect(startFailureText(words)).toBe('Keepwatch cannot start');
});
