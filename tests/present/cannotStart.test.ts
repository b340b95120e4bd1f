import { expect, test } from 'vitest';
import { cannotStart } from '../../src/present/cannotStart.ts';
import { words } from './given.ts';

test('what cannot start says so', () => {
  expect(cannotStart(words)).toBe('Keepwatch cannot start');
});
