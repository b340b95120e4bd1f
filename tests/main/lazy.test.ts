import { describe, expect, test } from 'vitest';
import { lazy } from '../../src/main/lazy.ts';

describe('what is made when it is first wanted', () => {
  test('is made once, for all who want it', async () => {
    let made = 0;
    const thing = lazy(async () => (made += 1));
    expect(thing.made()).toBeNull();
    expect(await Promise.all([thing.get(), thing.get()])).toEqual([1, 1]);
    expect([await thing.get(), thing.made()]).toEqual([1, 1]);
  });

  test('is tried again by who wants it next when it could not be made', async () => {
    let tries = 0;
    const thing = lazy(async () => {
      tries += 1;
      if (tries === 1) throw new Error('not yet');
      return 'made';
    });
    await expect(thing.get()).rejects.toThrow('not yet');
    expect(thing.made()).toBeNull();
    expect(await thing.get()).toBe('made');
  });
});
