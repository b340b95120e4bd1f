import { expect, test } from 'vitest';
import { bug } from '../../../src/core/net/failure.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import type { SaveOrder, SaveProgress } from '../../../src/core/saving/order.ts';
import { acme, link, taskA } from '../../support/given.ts';
import { savedArchive } from '../../support/core/saves.ts';
import { perform } from './performing.ts';

const order: SaveOrder = {
  portal: 'acme',
  backup: taskA,
  origin: acme.origin,
  certificate: null,
  link: acme.origin + link,
  folder: '/backups',
  name: 'acme.tar.gz',
};

test('an archive is saved with its portal’s key, and how it ends is told', async () => {
  const given: unknown[] = [];
  const { does, comes, vault } = perform({
    save: async (...handed) => {
      given.push(handed.slice(0, 2));
      return succeed(savedArchive());
    },
  });
  vault.hold({ text: 'sk-secret-of-acme-0123456789', kind: 'apiKey' });
  await vault.keepHeld('acme', acme.origin);
  does({ do: 'saveArchive', order });
  expect(await comes()).toEqual([
    { type: 'saveEnded', portal: 'acme', backup: taskA, result: succeed(savedArchive()) },
  ]);
  expect(given).toEqual([[order, { text: 'sk-secret-of-acme-0123456789', kind: 'apiKey' }]]);
});

test('how far it is wakes nobody more often than each second', async () => {
  const times = [0, 10, 900, 1000, 1999, 2100];
  let now = 0;
  const { does, comes } = perform({
    now: () => now,
    save: async (_order, _key, hear) => {
      for (const [index, time] of times.entries()) {
        now = time;
        hear({ stage: 'receiving', done: index, size: null } satisfies SaveProgress);
      }
      return fail({ of: 'stopped' });
    },
  });
  does({ do: 'saveArchive', order });
  const events = await comes();
  expect(events.map((event) => (event.type === 'saveProgress' ? event.progress.done : event.type))).toEqual([
    0,
    3,
    5,
    'saveEnded',
  ]);
});

test('one that throws has failed, and is tried again', async () => {
  const { does, comes, failures } = perform({
    save: async () => {
      throw new Error('a bug');
    },
  });
  does({ do: 'saveArchive', order });
  expect(await comes()).toEqual([
    { type: 'saveEnded', portal: 'acme', backup: taskA, result: fail({ of: 'network', failure: bug }) },
  ]);
  expect(failures).toEqual([new Error('a bug')]);
});

test('a save is stopped', () => {
  const { does, done } = perform();
  does({ do: 'stopSaving', portal: 'acme', backup: taskA });
  expect(done).toEqual([['stop saving', 'acme', taskA]]);
});

test('what is deleted is told', async () => {
  const { does, comes, done } = perform();
  const { file, bytes, sha256 } = savedArchive();
  does({ do: 'deleteArchives', portal: 'acme', folder: '/backups', files: [{ file, bytes, sha256 }] });
  expect(await comes()).toEqual([{ type: 'archivesGone', portal: 'acme', files: [file] }]);
  expect(done).toEqual([['delete archive', '/backups', file]]);
});

test('what has come of one that was given up is deleted, and that is told', async () => {
  const { does, comes, done } = perform();
  const place = { portal: 'acme', backup: taskA, folder: '/backups' };
  does({ do: 'deletePart', ...place });
  expect(await comes()).toEqual([{ type: 'partGone', ...place }]);
  expect(done).toEqual([['delete part', 'acme', '/backups']]);
});

const ask = { do: 'askFolder', portal: 'acme', backup: taskA, keep: null, suggested: '/before' } as const;

test('a folder is asked for, and told once it is chosen', async () => {
  const { does, comes } = perform({ askFolder: async (suggested) => `${suggested}/chosen` });
  does(ask);
  expect(await comes()).toEqual([
    { type: 'folderChosen', portal: 'acme', backup: taskA, keep: null, folder: '/before/chosen' },
  ]);
});

test('while it is being asked for, nobody is asked once more', async () => {
  let asked = 0;
  const answers: Array<(folder: string | null) => void> = [];
  const { does, comes, events } = perform({
    askFolder: async () => {
      asked += 1;
      return new Promise((resolve) => void answers.push(resolve));
    },
  });
  does(ask);
  does(ask);
  expect(asked).toBe(1);
  answers[0]?.(null);
  await new Promise(setImmediate);
  expect(events).toEqual([]);
  does(ask);
  expect(asked).toBe(2);
  answers[1]?.('/chosen');
  expect(await comes()).toHaveLength(1);
});

test('a file is shown in its folder', () => {
  const { does, done } = perform();
  does({ do: 'showFile', file: '/backups/acme.tar.gz' });
  expect(done).toEqual([['show file', '/backups/acme.tar.gz']]);
});
