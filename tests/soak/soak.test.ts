import { describe, expect, test } from 'vitest';
import { complaintsOf } from './report.ts';
import { soak } from './soak.ts';

// The short version of `npm run soak`: the real core and engine, for days, on a clock of their own.

describe('a few portals, for two days of everything', () => {
  test.each([1, 2])('all endings are told once and as what they were, seed %i', async (seed) => {
    const soaked = await soak({ portals: 5, days: 2, seed });
    expect(complaintsOf(soaked)).toEqual([]);
    expect(soaked.figures.endings.tellable).toBeGreaterThan(5);
    expect(soaked.figures.archives.saved).toBeGreaterThan(0);
    expect(soaked.figures.requests.all).toBeGreaterThan(5000);
    expect(soaked.figures.life.moves).toBe(1);
  });

  test('the same seed tells the same story', async () => {
    const stories: string[][] = [[], []];
    for (const lines of stories)
      await soak({ portals: 2, days: 1, seed: 7, tell: (line) => lines.push(line) });
    expect(stories[0]).toEqual(stories[1]);
    expect(stories[0]?.length).toBeGreaterThan(10);
  });
});
