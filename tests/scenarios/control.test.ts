import { describe, expect, test } from 'vitest';
import { openWatchman, type Watchman, type WatchmanOptions } from './watchman.ts';

// A backup started and stopped by Keepwatch's own user: through the real transport, at the fake portal.

async function holder(key: 'readOnly' | 'write', options: WatchmanOptions = {}): Promise<Watchman> {
  const watchman = await openWatchman({
    ...options,
    key: ({ keys }) => ({ text: keys[key], kind: 'apiKey' }),
  });
  await watchman.pass(20);
  return watchman;
}

function begin(watchman: Watchman): void {
  watchman.does({ type: 'startBackup', portal: 'acme', scope: 'portal', storage: 'temporary' });
}

describe('a backup', () => {
  test('is started, watched to its end, and its link is told', async () => {
    const watchman = await holder('write');
    expect(watchman.control()).toMatchObject({
      note: null,
      start: {
        question: 'Back up Acme now?',
        choices: [{ scope: 'portal', storage: 'temporary', label: 'Temporary storage (kept for a day)' }],
      },
      stop: null,
    });
    begin(watchman);
    expect(watchman.control()).toMatchObject({ note: 'Starting a backup…', start: null });
    await watchman.pass(10);
    expect(watchman.row()[0]).toMatch(/^Backing up|^Waiting/);
    expect(watchman.control()).toMatchObject({ start: null, stop: { question: 'Stop the backup of Acme?' } });
    await watchman.pass(120);
    expect(watchman.told.map(({ title }) => title)).toEqual(['Acme: backup finished']);
  });

  test.each(['nothing', 'entry'] as const)(
    'is stopped, and told as that: it leaves %s',
    async (cancelLeaves) => {
      const watchman = await holder('write', { cancelLeaves });
      begin(watchman);
      await watchman.pass(12);
      const { stop } = watchman.control();
      if (stop === null) throw new Error('there is nothing to stop');
      watchman.does({ type: 'stopBackup', portal: 'acme', backup: stop.backup });
      await watchman.pass(60);
      expect(watchman.portal.world.backups.archives()).toEqual([]);
      expect(watchman.told.map(({ title }) => title)).toEqual(['Acme: backup stopped']);
    },
  );

  test('is not to be started or stopped with a key that can only read', async () => {
    const watchman = await holder('readOnly');
    expect(watchman.control()).toEqual({ note: null, start: null, stop: null });
    watchman.portal.startBackup({ archive: 100 });
    watchman.does({ type: 'checkNow', portal: null });
    await watchman.pass(20);
    expect(watchman.row()[0]).toMatch(/^Backing up/);
    expect(watchman.control()).toEqual({ note: null, start: null, stop: null });
  });

  test('cannot be stopped on a server from before that was possible', async () => {
    const watchman = await holder('write', { version: '3.6.0' });
    watchman.portal.startBackup({ archive: 100 });
    watchman.does({ type: 'checkNow', portal: null });
    await watchman.pass(20);
    expect(watchman.row()[0]).toMatch(/^Backing up/);
    expect(watchman.control()).toEqual({ note: null, start: null, stop: null });
  });

  test('that would be one too many in this month is explained before and after', async () => {
    const watchman = await holder('write', { freeBackups: 0 });
    expect(watchman.control().start?.note).toBe(
      'No free backup has been made this month yet. Beyond the free ones the portal charges for it or refuses it.',
    );
    begin(watchman);
    await watchman.pass(10);
    expect(watchman.control().note).toMatch(/^Not started: this month’s free backups are used up/);
    expect(watchman.told).toEqual([]);
  });
});
