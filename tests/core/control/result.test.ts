import { expect, test } from 'vitest';
import { resultOf } from '../../../src/core/control/result.ts';
import type { NetworkFailure } from '../../../src/core/net/failure.ts';

const unsent: NetworkFailure[] = [
  'noSuchHost',
  'lookupFailed',
  'refused',
  'unreachable',
  'noConnection',
  'encryption',
  'oldEncryption',
];
const unanswered: NetworkFailure[] = ['timeout', 'stalled', 'cut', 'truncated'];

test.each(unsent)('%s: nothing has reached the portal', (kind) => {
  expect(resultOf({ kind, detail: '' })).toBe('notSent');
});

test.each(unanswered)('%s: nobody knows whether it was done', (kind) => {
  expect(resultOf({ kind, detail: '' })).toBe('noAnswer');
});
