import { describe, expect, test } from 'vitest';
import { succeed } from '../../../src/core/base/result.ts';
import { acme, failures, minute, nothing, reads } from '../../support/given.ts';
import { daily } from '../../support/core/scheduled.ts';
import { Story } from '../../support/core/story.ts';
import { row } from '../../support/present/row.ts';

const standalone = { ...acme, standalone: true };
const wholeServer = { ...standalone, scopes: ['portal' as const, 'server' as const] };

/** A portal whose key may write. */
function writable(portal = acme, storageType = 5): Story {
  const story = new Story([portal]);
  const key = { name: '', readsBackups: true, writes: true, readOnly: false, expiresAt: null };
  const target = { storageType, params: {} };
  story.script().key = succeed(key);
  story.script().schedule = succeed({ schedule: daily, target, ahead: 0 });
  return story;
}

function choices(story: Story): string[] | undefined {
  return row(story).control.start?.choices.map(({ label }) => label);
}

describe('the choice of where a backup goes', () => {
  test('is the temporary storage, or where the scheduled ones go', () => {
    expect(choices(writable().begins())).toEqual([
      'Temporary storage (kept for a day)',
      'As scheduled backups: an object storage',
    ]);
  });

  test('leaves out a storage that has no name yet', () => {
    expect(choices(writable(acme, 17).begins())).toEqual(['Temporary storage (kept for a day)']);
  });

  test('says which backup, where the whole server has one too', () => {
    const story = writable(wholeServer).begins();
    story.passes(minute);
    expect(choices(story)).toEqual([
      'Portal alone: Temporary storage (kept for a day)',
      'Portal alone: As scheduled backups: an object storage',
      'Whole server: Temporary storage (kept for a day)',
    ]);
  });
});

describe('what is to be known before', () => {
  test('is the limit of a month, which a server of one’s own does not have', () => {
    expect(row(writable().begins()).control.start?.note).toMatch(/^It counts as one of this month/);
    expect(row(writable(standalone).begins()).control.start?.note).toBeNull();
  });

  test.each([
    [0, 'No free backup has been made this month yet.'],
    [1, '1 free backup has been made this month.'],
    [2, '2 free backups have been made this month.'],
  ])('is how many free ones were made, once the portal has said so: %d', (made, said) => {
    const story = writable();
    story.script().freeBackups = succeed(made);
    expect(row(story.begins().passes(minute)).control.start?.note).toBe(
      `${said} Beyond the free ones the portal charges for it or refuses it.`,
    );
  });

  test('is that a backup of the whole server may be stopped with it', () => {
    expect(row(writable().begins(reads())).control.stop?.note).toBe('No archive comes of it.');
    expect(row(writable(standalone).begins(reads())).control.stop?.note).toMatch(
      /whole server .* is stopped too/,
    );
  });
});

describe('a portal that', () => {
  test.each<[string, (story: Story) => void]>([
    ['is not reached', (story) => void story.fails(failures.timeout).passes(5 * minute)],
    ['is paused', (story) => void story.shell.does({ type: 'paused', until: Infinity })],
    [
      'has lost its key',
      (story) => void story.shell.does({ type: 'keyStatus', portal: 'acme', keyStatus: 'missing' }),
    ],
  ])('%s offers nothing', (_what, happens) => {
    const story = writable().begins();
    happens(story);
    expect(row(story).control).toEqual({ note: null, start: null, stop: null });
  });
});

describe('what came of it', () => {
  const stop = { type: 'stopBackup', portal: 'acme', backup: { scope: 'portal', job: 'task-a' } } as const;

  test('is said while it is under way, and for a minute where it went well', () => {
    const story = writable().begins(reads());
    story.script().stop = succeed(true);
    story.shell.does(stop);
    expect(row(story).control).toEqual({ note: 'Stopping the backup…', start: null, stop: null });
    story.says(reads()).passes(10_000);
    expect(row(story).control.note).toBe('The portal stops the backup.');
    story.passes(minute);
    expect(row(story).control.note).toBeNull();
  });

  test('is said for ten minutes where it did not', () => {
    const story = writable().begins(reads());
    story.shell.does(stop);
    story.says(reads()).passes(9 * minute);
    expect(row(story).control.note).toBe('The portal does not let this key start or stop backups.');
    story.passes(2 * minute);
    expect(row(story).control.note).toBeNull();
  });

  test('is not said where the backup shows it', () => {
    const story = writable().begins();
    story.script().start = succeed(nothing);
    story.shell.does({ type: 'startBackup', portal: 'acme', scope: 'portal', storage: 'temporary' });
    story.passesUntil(({ ask }) => ask === 'start').passes(100);
    expect(row(story).control.note).toBe('The portal has started a backup.');
    story.says(reads()).passes(5000);
    expect(row(story).control.note).toBeNull();
  });
});
