import { expect, test } from 'vitest';
import { killAgainAndAgain } from './kills/kills.ts';

// The short version of `npm run kills`.

test('killed again and again over fast backups, it loses no ending, and tells none twice but what it died over', async () => {
  const { count, flaws } = await killAgainAndAgain(5, 1);
  expect(flaws).toEqual([]);
  expect(count.told).toBeGreaterThan(0);
}, 150_000);
