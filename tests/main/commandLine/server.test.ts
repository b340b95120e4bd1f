import { chmodSync, existsSync, linkSync, lstatSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createConnection, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Answer } from '../../../src/contract/answer.ts';
import { askRunning } from '../../../src/main/commandLine/ask.ts';
import { type Place, placeOf } from '../../../src/main/commandLine/place.ts';
import { openServer } from '../../../src/main/commandLine/server.ts';
import { beginningOf } from '../../../src/present/commandLine/happenings.ts';
import { waitFor } from '../../support/desktop/waitFor.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';
import { factsWith, portalFacts } from '../../support/present/facts.ts';

const facts = factsWith([portalFacts()]);
const status: Answer = { is: 'status', facts, lines: [{ tone: 'calm', text: 'Acme: no backup running' }] };
const [stands] = beginningOf(facts).map((one): Answer => ({ is: 'event', facts: one, lines: [] }));
const ours = process.getuid?.();

class Answering {
  readonly failures: unknown[] = [];
  readonly tells = new Set<(answer: Answer) => void>();
  close = (): void => undefined;

  static async open(place: Place): Promise<Answering> {
    const answering = new Answering();
    const { close } = await openServer(place, {
      status: () => status,
      follow: (tell) => {
        tell(status);
        answering.tells.add(tell);
        return () => answering.tells.delete(tell);
      },
      failed: (error) => answering.failures.push(error),
    });
    answering.close = close;
    onTestFinished(close);
    return answering;
  }

  tell(times = 1): void {
    for (let turn = 0; turn < times; turn += 1) for (const tell of this.tells) if (stands) tell(stands);
  }
}

function place(): Place {
  return placeOf('linux', { XDG_RUNTIME_DIR: temporaryFolder() }, '/nowhere');
}

async function asked(where: Place): Promise<[Answer[], string]> {
  const heard: Answer[] = [];
  const how = await askRunning('status', where, ours)((answer) => heard.push(answer) > 1);
  return [heard, how];
}

/** A client of its own making. */
function connected({ socket }: Place, says = ''): Socket & { heard: string } {
  const connection = Object.assign(createConnection(socket), { heard: '' });
  connection.on('error', () => undefined);
  connection.setEncoding('utf8').on('data', (part: string) => (connection.heard += part));
  if (says !== '') connection.write(says);
  onTestFinished(() => void connection.destroy());
  return connection;
}

test('answers how all portals stand, from a folder that is its user’s alone', async () => {
  const where = place();
  await Answering.open(where);
  expect(await asked(where)).toEqual([[status], 'quit']);
  expect(lstatSync(where.folder ?? '').mode & 0o777).toBe(0o700);
});

test('tells whoever follows, until they go', async () => {
  const where = place();
  const server = await Answering.open(where);
  const heard: Answer[] = [];
  const done = askRunning('follow', where, ours)((answer) => heard.push(answer) === 3);
  await waitFor('a follower', () => server.tells.size === 1);
  server.tell(2);
  expect(await done).toBe('quit');
  expect(heard).toEqual([status, stands, stands]);
  await waitFor('nobody', () => server.tells.size === 0);
});

test('who follows hears when it is quit; and its socket goes with it', async () => {
  const where = place();
  const server = await Answering.open(where);
  const done = askRunning('follow', where, ours)(() => false);
  await waitFor('a follower', () => server.tells.size === 1);
  server.close();
  expect(await done).toBe('quit');
  await waitFor('no socket', () => !existsSync(where.socket));
  expect(await asked(where)).toEqual([[], 'notRunning']);
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
    expect(await asked(where)).toEqual([[], 'notRunning']);
    await Answering.open(where);
    expect(await asked(where)).toEqual([[status], 'quit']);
  });

  test('leaves its place to the first one', async () => {
    const where = place();
    await Answering.open(where);
    const second = await Answering.open(where);
    second.close();
    expect(second.failures).toEqual([]);
    expect(await asked(where)).toEqual([[status], 'quit']);
  });

  test('does without where the folder is open to others, or none', async () => {
    const open = place();
    mkdirSync(open.folder ?? '');
    chmodSync(open.folder ?? '', 0o750);
    const file = place();
    writeFileSync(file.folder ?? '', '');
    const long = placeOf('linux', { XDG_RUNTIME_DIR: join(temporaryFolder(), 'x'.repeat(120)) }, '/nowhere');
    for (const where of [open, file, long]) {
      const server = await Answering.open(where);
      expect(server.failures).toHaveLength(1);
      expect(await asked(where)).toEqual([[], 'notRunning']);
    }
  });
});

describe('a client that', () => {
  test.each([
    ['asks nothing of the kind', '{"version":1,"ask":"key"}\n'],
    ['asks in another version', '{"version":2,"ask":"status"}\n'],
    ['asks for more than there is', '{"version":1,"ask":"status","portal":"x"}\n'],
    ['does not speak JSON', 'status\n'],
    ['asks twice', '{"version":1,"ask":"status"}\n{"version":1,"ask":"status"}\n'],
    ['never ends its line', 'x'.repeat(5000)],
    ['asks at endless length', `{"version":1,${' '.repeat(2000)}"ask":"status"}\n`],
    ['sends what is no text', '\u0000\uFFFF\n'],
  ])('%s is let go without an answer', async (_what, says) => {
    const where = place();
    await Answering.open(where);
    const client = connected(where, says);
    await waitFor('its end', () => client.closed);
    expect(client.heard).toBe('');
    expect(await asked(where)).toEqual([[status], 'quit']);
  });

  test('never reads costs no more than a bound, and keeps nobody from hearing', async () => {
    const where = place();
    const server = await Answering.open(where);
    const deaf = connected(where, '{"version":1,"ask":"follow"}\n');
    deaf.pause();
    const other = connected(where, '{"version":1,"ask":"follow"}\n');
    await waitFor('both', () => server.tells.size === 2);
    server.tell(20_000);
    await waitFor('one that is left', () => server.tells.size <= 1 && other.heard.length > 0);
    server.tell();
    expect(await asked(where)).toEqual([[status], 'quit']);
  });

  test('opens a thousand connections gets a few of them, and leaves room for others when it has gone', async () => {
    const where = place();
    const server = await Answering.open(where);
    const many = Array.from({ length: 1000 }, () => connected(where, '{"version":1,"ask":"follow"}\n'));
    await waitFor('most of them refused', () => many.filter(({ closed }) => closed).length >= 900);
    expect(server.tells.size).toBeLessThanOrEqual(32);
    for (const one of many) one.destroy();
    const answered = await waitFor('an answer', async () => (await asked(where))[0].length === 1);
    expect(answered).toBe(true);
  });

  test('goes in the middle of the answer disturbs nobody', async () => {
    const where = place();
    const server = await Answering.open(where);
    const client = connected(where, '{"version":1,"ask":"follow"}\n');
    await waitFor('a follower', () => server.tells.size === 1);
    client.destroy();
    server.tell(100);
    await waitFor('nobody', () => server.tells.size === 0);
    expect(server.failures).toEqual([]);
  });
});

test('what may not leave is not sent, and said to be wrong', async () => {
  const where = place();
  const failures: unknown[] = [];
  const broken = { ...facts, portals: [{ ...portalFacts(), percent: 420 }] };
  const { close } = await openServer(where, {
    status: () => ({ ...status, facts: broken }),
    follow: () => () => undefined,
    failed: (error) => failures.push(error),
  });
  onTestFinished(close);
  expect(await asked(where)).toEqual([[], 'notRunning']);
  expect(failures).toHaveLength(1);
});

describe('whoever asks', () => {
  test('believes no socket of another user', async () => {
    const where = place();
    await Answering.open(where);
    expect(await askRunning('status', where, 4711)(() => true)).toBe('notRunning');
    expect(await askRunning('status', where, 0)(() => true)).toBe('quit');
  });

  test('says so when what answers is something else', async () => {
    const where = place();
    mkdirSync(where.folder ?? '', { mode: 0o700 });
    const other = createServer((connection) => connection.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await new Promise((listening) => other.listen(where.socket, () => listening(null)));
    onTestFinished(() => void other.close());
    expect((await asked(where))[1]).toBe('unreadable');
  });
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
