import { expect, test } from 'vitest';
import { startFailureTitle } from '../../src/present/startFailure.ts';

test('what cannot start says so', () => {
  expect(startFailureTitle).toBe('Keepwatch cannot start');
});
