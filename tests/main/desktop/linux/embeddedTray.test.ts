import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { followEmbeddedTray } from '../../../../src/main/desktop/linux/embeddedTray.ts';
import { Desktop } from '../../../support/desktop/desktop.ts';
import { startEmbeddedTray } from '../../../support/desktop/embeddedTray.ts';
import { waitFor } from '../../../support/desktop/waitFor.ts';

const bare = { sessionBus: false, systemBus: false } as const;

async function follow(env: NodeJS.ProcessEnv): Promise<boolean[]> {
  const heard: boolean[] = [];
  onTestFinished(await followEmbeddedTray(env, (there) => heard.push(there)));
  return heard;
}

test('a tray that is there, goes and comes back is heard of each time', async () => {
  await using desktop = await Desktop.open(bare);
  const tray = await startEmbeddedTray(desktop);
  const heard = await follow(desktop.env);
  expect(heard).toEqual([true]);
  await tray.stop('SIGKILL');
  await waitFor('its end', () => heard.length === 2);
  await startEmbeddedTray(desktop);
  await waitFor('another', () => heard.length === 3);
  expect(heard).toEqual([true, false, true]);
});

test('a tray that comes later is heard of', async () => {
  await using desktop = await Desktop.open(bare);
  const heard = await follow(desktop.env);
  expect(heard).toEqual([false]);
  await startEmbeddedTray(desktop);
  await waitFor('the tray', () => heard.length === 2);
  expect(heard).toEqual([false, true]);
});

test('an X server that asks for a cookie gets the one that xauth keeps', async () => {
  await using desktop = await Desktop.open({ ...bare, display: false });
  const XAUTHORITY = path.join(desktop.home, 'authority');
  const cookie = Buffer.from('0123456789abcdef');
  await writeFile(XAUTHORITY, entryOf(cookie));
  // Without "-noreset" it refuses connections for a moment whenever its last one has ended.
  const args = ['-displayfd', '1', '-auth', XAUTHORITY, '-nolisten', 'tcp', '-noreset'];
  const server = desktop.start('Xvfb', args);
  const number = await server.until('a number', () => /^\d+(?=\n)/.exec(server.stdout)?.[0]);
  Object.assign(desktop.env, { DISPLAY: `:${number}`, XAUTHORITY });
  await startEmbeddedTray(desktop);
  expect(await follow(desktop.env)).toEqual([true]);
  expect(await follow({ ...desktop.env, XAUTHORITY: '/nowhere' })).toEqual([false]);
});

test.each([
  ['no display', {}],
  ['one on another machine', { DISPLAY: 'localhost:10.0' }],
  ['one that has gone', { DISPLAY: ':998' }],
])('with %s there is none', async (_case, env) => {
  expect(await follow({ XAUTHORITY: '/nowhere', ...env })).toEqual([false]);
});

test('an application on Wayland has no icon that could be embedded', async () => {
  await using desktop = await Desktop.open(bare);
  await startEmbeddedTray(desktop);
  expect(await follow({ ...desktop.env, XDG_SESSION_TYPE: 'wayland' })).toEqual([false]);
});

test('an X server that ends takes the tray along without an error', async () => {
  await using desktop = await Desktop.open(bare);
  const heard = await follow(desktop.env);
  await desktop.displayServer.child.stop('SIGKILL');
  expect(heard).toEqual([false]);
});

/** What xauth writes for any display of any machine: family, address, display, name, data. */
function entryOf(cookie: Buffer): Buffer {
  const parts = ['', '', 'MIT-MAGIC-COOKIE-1', cookie].map((part) => {
    const bytes = Buffer.from(part);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length);
    return Buffer.concat([length, bytes]);
  });
  return Buffer.concat([Buffer.from([0xff, 0xff]), ...parts]);
}
