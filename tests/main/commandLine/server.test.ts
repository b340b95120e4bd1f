import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { placeOf } from '../../../src/main/commandLine/place.ts';
import { openServer } from '../../../src/main/commandLine/server.ts';
import { waitFor } from '../../support/desktop/waitFor.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';
import { portalFacts } from '../../support/present/facts.ts';
import {
  Answering,
  answered,
  asked,
  facts,
  followed,
  notRunning,
  ours,
  place,
  silent,
  stands,
  status,
} from './answering.ts';

test('answers how all portals stand, from a folder that is its user’s alone', async () => {
  const where = place();
  await Answering.open(where);
  expect(await asked(where)).toEqual(answered);
  expect(lstatSync(where.folder ?? '').mode & 0o777).toBe(0o700);
});

test('tells whoever follows, until they go', async () => {
  const where = place();
  const server = await Answering.open(where);
  const { heard, done } = followed(where, 3);
  await waitFor('a follower', () => server.tells.size === 1);
  server.tell(2);
  expect(await done).toBe('quit');
  expect(heard).toEqual([status, stands, stands]);
  await waitFor('nobody', () => server.tells.size === 0);
});

test('who follows hears when it is quit; and its socket goes with it', async () => {
  const where = place();
  const server = await Answering.open(where);
  const { done } = followed(where);
  await waitFor('a follower', () => server.tells.size === 1);
  server.close();
  expect(await done).toBe('quit');
  await waitFor('no socket', () => !existsSync(where.socket));
  expect(await asked(where)).toEqual(notRunning);
});

describe('another Keepwatch', () => {
  test('takes the place of one that was killed', async () => {
    const where = place();
    mkdirSync(where.folder ?? '', { mode: 0o700 });
    const stale = createServer().listen(where.socket);
    await new Promise((listening) => stale.once('listening', listening));
    // What a crash leaves: a socket that nobody listens to. Closing would remove it.
    const kept = `${where.socket}.kept`;
    linkSync(where.socket, kept);
    await new Promise((closed) => stale.close(closed));
    renameSync(kept, where.socket);
    expect(await asked(where)).toEqual(notRunning);
    await Answering.open(where);
    expect(await asked(where)).toEqual(answered);
  });

  test('leaves its place to the first one', async () => {
    const where = place();
    await Answering.open(where);
    const second = await Answering.open(where);
    second.close();
    expect(second.failures).toEqual([]);
    expect(await asked(where)).toEqual(answered);
  });

  test('does without where the folder is open to others, or none', async () => {
    const open = place();
    mkdirSync(open.folder ?? '');
    chmodSync(open.folder ?? '', 0o750);
    const file = place();
    writeFileSync(file.folder ?? '', '');
    const linked = place();
    symlinkSync(temporaryFolder(), linked.folder ?? '');
    const long = placeOf('linux', { XDG_RUNTIME_DIR: join(temporaryFolder(), 'x'.repeat(120)) }, '/nowhere');
    for (const where of [open, file, linked, long]) {
      const server = await Answering.open(where);
      expect(server.failures).toHaveLength(1);
      expect(await asked(where)).toEqual(notRunning);
    }
  });
});

describe.skipIf(ours !== 0)('a folder', () => {
  test('that another user has made is not used', async () => {
    const where = place();
    mkdirSync(where.folder ?? '', { mode: 0o700 });
    chownSync(where.folder ?? '', 4711, 4711);
    expect((await Answering.open(where)).failures).toHaveLength(1);
    expect(await asked(where)).toEqual(notRunning);
  });

  test('that is one’s own may hold another user’s socket: that one is not asked', async () => {
    const where = place();
    await Answering.open(where);
    chownSync(where.folder ?? '', 4711, 4711);
    expect(await asked(where, 4711)).toEqual(notRunning);
    chownSync(where.socket, 4711, 4711);
    expect(await asked(where, 4711)).toEqual(answered);
  });
});

test('what may not leave is not sent, and said to be wrong', async () => {
  const where = place();
  const failures: unknown[] = [];
  const broken = { ...facts, portals: [{ ...portalFacts(), percent: 420 }] };
  const { close } = await openServer(where, {
    status: () => ({ is: 'status', facts: broken, lines: [] }),
    follow: () => () => undefined,
    failed: (error) => failures.push(error),
  });
  onTestFinished(close);
  expect(await asked(where)).toEqual(silent);
  expect(failures).toHaveLength(1);
});

test('without a folder of the session its place is in that of its own files; on Windows it is a pipe of its user', () => {
  expect(placeOf('linux', {}, '/home/ada/.config/Keepwatch')).toEqual({
    folder: '/home/ada/.config/Keepwatch/command',
    socket: '/home/ada/.config/Keepwatch/command/command.sock',
  });
  expect(placeOf('linux', { XDG_RUNTIME_DIR: 'relative' }, '/x').folder).toBe('/x/command');
  expect(placeOf('win32', { USERNAME: 'Ada L\\x' }, 'C:\\x')).toEqual({
    folder: null,
    socket: '\\\\.\\pipe\\keepwatch-Ada_L_x',
  });
});
