import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { Variant } from '@jellybrick/dbus-next';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  daemon,
  openBus,
  type BusTarget,
  sessionBusAddress,
} from '../../../../src/main/desktop/linux/bus.ts';
import { Desktop } from '../../../support/desktop/desktop.ts';
import { waitFor } from '../../../support/desktop/waitFor.ts';
import { temporaryFolder } from '../../../support/main/temporaryFolder.ts';
import { connectTo, patience } from './buses.ts';
import { withoutStall } from './stall.ts';

const bare = { display: false, systemBus: false } as const;
const name = 'org.example.Clerk';
const clerk: BusTarget = { destination: name, path: '/clerk', interface: name };

/** Somebody on a desktop's bus who answers questions. */
async function openClerk(desktop: Desktop) {
  const bus = await desktop.connect();
  bus.serve({
    path: clerk.path,
    interface: name,
    methods: {
      Echo: ['v', ({ body: [word] }) => [new Variant('s', String(word))]],
      WhoAsks: ['s', ({ sender }) => [sender]],
      Refuse: ['', () => Promise.reject(new Error('no'))],
    },
    properties: { Mood: () => new Variant('s', 'good') },
  });
  await bus.own(name);
  return bus;
}

describe('the address of the session bus', () => {
  test.each<[string, NodeJS.ProcessEnv, string | null]>([
    ['as the desktop says', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/x' }, 'unix:path=/x'],
    ['where systemd puts it', { XDG_RUNTIME_DIR: '/run/user/7' }, 'unix:path=/run/user/7/bus'],
    [
      'where systemd puts it, when the desktop says nothing',
      { DBUS_SESSION_BUS_ADDRESS: '', XDG_RUNTIME_DIR: '/run/user/7' },
      'unix:path=/run/user/7/bus',
    ],
    [
      'none where it is switched off',
      { DBUS_SESSION_BUS_ADDRESS: 'disabled:', XDG_RUNTIME_DIR: '/run/user/7' },
      null,
    ],
    ['none where there is no such socket', { XDG_RUNTIME_DIR: '/elsewhere' }, null],
    ['none in an empty folder name', { XDG_RUNTIME_DIR: '' }, null],
    ['none where nobody says anything', {}, null],
  ])('is %s', (_what, env, address) => {
    expect(sessionBusAddress(env, (path) => path === '/run/user/7/bus' || path === '/bus')).toBe(address);
  });
});

describe('a bus', () => {
  test.each([
    'unix:path=/nowhere',
    'unix:abstract=nowhere',
    'unix:',
    'unix:path=%zz',
    'unix:runtime=yes',
    'unix:path=/dev/null',
  ])('that is not there is none (%s)', async (address) => {
    expect(await openBus(address, patience)).toBeNull();
  });

  test.each<[string, (socket: Socket) => unknown]>([
    ['says nothing', () => undefined],
    ['hangs up', (socket) => socket.destroy()],
    ['says what no bus says', (socket) => socket.write('HTTP/1.1 200 OK\r\n')],
  ])('that %s is none', async (_what, meet) => {
    const path = join(temporaryFolder(), 'bus');
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      onTestFinished(() => void socket.destroy());
      meet(socket);
    });
    await new Promise<void>((resolve) => void server.listen(path, resolve));
    onTestFinished(() => void server.close());
    const bus = await withoutStall('a bus that is none', async () => openBus(`unix:path=${path}`, patience));
    expect(bus).toBeNull();
  });
});

describe('a call', () => {
  test('is answered, refused by name, or has nobody to answer it', async () => {
    await using desktop = await Desktop.open(bare);
    await openClerk(desktop);
    const bus = await connectTo(desktop);
    expect(await bus.call(clerk, 'Echo', 's', ['word'])).toMatchObject({
      ok: true,
      value: [{ value: 'word' }],
    });
    expect(await bus.call(clerk, 'Refuse')).toEqual({
      ok: false,
      reason: { kind: 'refused', name: 'org.freedesktop.DBus.Error.Failed' },
    });
    expect(await bus.call({ ...clerk, destination: 'org.example.Nobody' }, 'Echo', 's', ['x'])).toEqual({
      ok: false,
      reason: { kind: 'refused', name: 'org.freedesktop.DBus.Error.ServiceUnknown' },
    });
  });

  test('that nobody answers is given up, and holds nothing up', async () => {
    await using desktop = await Desktop.open(bare);
    const hung = await openClerk(desktop);
    hung.hangs = true;
    const bus = await connectTo(desktop);
    const answer = await withoutStall('a call to somebody who hangs', async () =>
      bus.call(clerk, 'Echo', 's', ['x']),
    );
    expect(answer).toEqual({ ok: false, reason: { kind: 'silent' } });
    hung.hangs = false;
    expect(await bus.call(clerk, 'Echo', 's', ['x'])).toMatchObject({ ok: true });
  });

  test.each([
    ['a NUL', 's', ['a\0b']],
    ['half a character', 's', ['a\uD800b']],
    ['too little', 'ss', ['a']],
    ['another kind of thing', 'u', ['a']],
    ['no signature', '?', ['a']],
  ])('with %s in it harms nobody', async (_what, signature, body) => {
    await using desktop = await Desktop.open(bare);
    await openClerk(desktop);
    const bus = await connectTo(desktop);
    await bus.call(clerk, 'Echo', signature, body);
    expect(await bus.call(clerk, 'Echo', 's', ['after'])).toMatchObject({ ok: true });
  });

  test('in whose middle the bus dies comes to an end, and so do those after it', async () => {
    await using desktop = await Desktop.open(bare);
    const hung = await openClerk(desktop);
    hung.hangs = true;
    const bus = await connectTo(desktop);
    const answer = withoutStall('a bus that dies', async () => bus.call(clerk, 'Echo', 's', ['x']));
    desktop.sessionBus.child.kill();
    expect(await answer).toMatchObject({ ok: false });
    expect(await bus.call(clerk, 'Echo', 's', ['x'])).toMatchObject({ ok: false });
    expect(await bus.property(clerk, 'Mood')).toBeNull();
  });
});

test('a property is read without its wrapping; null when it cannot be read', async () => {
  await using desktop = await Desktop.open(bare);
  await openClerk(desktop);
  const bus = await connectTo(desktop);
  expect(await bus.property(clerk, 'Mood')).toBe('good');
  expect(await bus.property(clerk, 'Age')).toBeNull();
  expect(await bus.property({ ...clerk, destination: 'org.example.Nobody' }, 'Mood')).toBeNull();
});

test('signals are heard by their interface, their object and what lies below it', async () => {
  await using desktop = await Desktop.open(bare);
  const other = await openClerk(desktop);
  const bus = await connectTo(desktop);
  const heard: unknown[] = [];
  await bus.listen(clerk, ({ member, body }) => heard.push([member, ...body]));
  await bus.listen(clerk, ({ member }) => heard.push(`again ${member}`));
  other.emit('/clerk', 'org.example.Other', 'Rang', 's', ['x']);
  other.emit('/clerks', name, 'Rang', 's', ['y']);
  other.emit('/clerk', name, 'Rang', 's', ['z']);
  other.emit('/clerk/desk', name, 'Rang');
  await waitFor('signals', () => heard.length === 4);
  expect(heard).toEqual([['Rang', 'z'], 'again Rang', ['Rang'], 'again Rang']);
});

test('signals are heard of the owner of a name only, whoever that is at the time', async () => {
  await using desktop = await Desktop.open(bare);
  const [first, stranger] = [await openClerk(desktop), await desktop.connect()];
  const bus = await connectTo(desktop);
  const heard: unknown[] = [];
  await bus.listen(clerk, ({ body: [word] }) => heard.push(word));
  const asked = await bus.call(clerk, 'WhoAsks');
  const ours = asked.ok ? String(asked.value[0]) : '';
  // To everybody, and to us alone: that is heard without any match rule.
  stranger.emit(clerk.path, name, 'Rang', 's', ['of a stranger']);
  stranger.emit(clerk.path, name, 'Rang', 's', ['of a stranger'], ours);
  const owns = [name, '', stranger.name];
  stranger.emit(daemon.path, daemon.interface, 'NameOwnerChanged', 'sss', owns, ours);
  stranger.emit(clerk.path, name, 'Rang', 's', ['of an impostor'], ours);
  await stranger.call(clerk, 'Echo', 's', ['x']);
  first.emit(clerk.path, name, 'Rang', 's', ['of the first']);
  await waitFor('the first', () => heard.length > 0);
  await first.release(name);
  await stranger.own(name);
  stranger.emit(clerk.path, name, 'Rang', 's', ['of the next']);
  await waitFor('the next', () => heard.length > 1);
  expect(heard).toEqual(['of the first', 'of the next']);
});

test('who has a name is told at first, and whenever that changes', async () => {
  await using desktop = await Desktop.open(bare);
  const bus = await connectTo(desktop);
  const heard: Array<string | null> = [];
  await bus.followName(name, (owner) => heard.push(owner));
  const owner = await openClerk(desktop);
  await waitFor('an owner', () => heard.length === 2);
  await owner.release(name);
  await waitFor('nobody', () => heard.length === 3);
  expect(heard).toEqual([null, owner.name, null]);
  const late: Array<string | null> = [];
  await owner.own(name);
  await bus.followName(name, (who) => late.push(who));
  expect(late).toEqual([owner.name]);
});
