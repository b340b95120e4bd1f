import { createServer } from 'node:http';
import { connect, createServer as createRelay, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openProxy } from '../network/proxy.ts';
import { portOf } from '../network/servers.ts';
import type { Child } from '../support/desktop/child.ts';
import { type DrivenApplication, driveApplication } from '../support/desktop/drivenApplication.ts';
import { isSandboxed, prepareLaunch } from '../support/desktop/launch.ts';
import { Login1 } from '../support/desktop/login1.ts';
import { OwnNetwork } from '../support/desktop/ownNetwork.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { Scene } from './scene.ts';

/** Serves a script as the system's settings name one, which sends every name to a proxy. */
async function proxyScript(proxy: string): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/x-ns-proxy-autoconfig' });
    response.end(`function FindProxyForURL(url, host) { return "PROXY ${new URL(proxy).host}"; }`);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${portOf(server.address())}/proxy.pac`;
}

/** Stands before a portal; the connections that are there can be made dead without anybody noticing. */
async function relayTo(port: number): Promise<{ origin: string; connections: Socket[]; mute: () => void }> {
  const connections: Socket[] = [];
  let muted: readonly Socket[] = [];
  const relay = createRelay((socket) => {
    connections.push(socket);
    const onward = connect(port, '127.0.0.1');
    socket.on('data', (data) => muted.includes(socket) || onward.write(data));
    onward.on('data', (data) => socket.write(data));
    for (const end of [socket, onward]) {
      end.on('error', () => undefined);
      end.on('close', () => onward.destroy());
    }
  });
  await new Promise<void>((resolve) => {
    relay.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    relay.close();
    for (const socket of connections) socket.destroy();
  });
  const origin = `http://127.0.0.1:${portOf(relay.address())}`;
  return { origin, connections, mute: () => (muted = [...connections]) };
}

/** Adds a portal by a name that only the proxy knows; its connection is not encrypted, which has to be agreed to. */
async function addByName(application: DrivenApplication, origin: string, key: string): Promise<void> {
  const page = await application.page();
  await page.getByRole('button', { name: 'Add portal' }).click();
  await page.getByRole('textbox', { name: 'Portal address' }).fill(origin);
  await page.getByRole('textbox', { name: 'API key' }).fill(key);
  await page.getByRole('button', { name: 'Connect' }).click();
}

/** Starts the application in a network of its own, as its user does. */
async function startIn(network: OwnNetwork, { desktop }: Scene): Promise<Child> {
  const { executable, args, env } = await prepareLaunch(desktop, {});
  const flags = isSandboxed(desktop) ? [] : ['--no-sandbox'];
  return desktop.start(...network.inside(executable, [...args, ...flags]), { env });
}

/** How long until the portal is looked at, in milliseconds, once something has happened. */
async function nextLookAfter(scene: Scene, happens: () => Promise<void> | void): Promise<number> {
  const before = scene.looks();
  const began = performance.now();
  await happens();
  await waitFor('a look at the portal', () => scene.looks() > before, { timeout: 15_000 });
  return performance.now() - began;
}

// Only root makes a network of its own.
test.runIf(process.getuid?.() === 0)(
  'a script of the system’s leads to a proxy that asks for a password; then the network goes and comes back',
  async () => {
    await using scene = await Scene.open();
    const port = Number(new URL(scene.portal.origin).port);
    const origin = `http://portal.test:${port}`;
    const proxy = await openProxy({ hosts: { 'portal.test': '127.0.0.1' } });
    proxy.wants({ user: 'ada', password: 'secret' });
    const script = await proxyScript(proxy.origin);
    const driven = await driveApplication(scene.desktop, { args: [`--proxy-pac-url=${script}`] });
    const page = await driven.page();
    await addByName(driven, origin, scene.portal.key);
    await page.getByText(/requires authentication/).waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Enter password' }).click();
    await page.getByRole('textbox', { name: 'User name' }).fill('ada');
    await page.getByLabel('Password', { exact: true }).fill('secret');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Back' }).click();
    await addByName(driven, origin, scene.portal.key);
    await page.getByRole('button', { name: 'Connect without encryption' }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    await waitFor('a look', () => scene.looks() > 0);
    expect(JSON.stringify(scene.portal.requests)).not.toMatch(/proxy-authorization/i);
    await driven.stop();

    const network = await OwnNetwork.open(scene.desktop);
    await network.passOn(port);
    const asked = proxy.asked.length;
    await startIn(network, scene);
    await scene.tooltip(/no backup running/);

    await network.cable('down');
    await (await scene.item()).clickMenu('Check now');
    await scene.tooltip(/no network since/);
    const cable = await nextLookAfter(scene, async () => network.cable('up'));
    await scene.tooltip(/no backup running/);

    network.answersNames = false;
    await network.cable('down');
    await (await scene.item()).clickMenu('Check now');
    await scene.tooltip(/no network since/);
    const told = network.lookups;
    await network.cable('up');
    // One asks for two kinds of address, and each a second time.
    await waitFor('a lookup in vain, and the next', () => network.lookups > told + 4, { timeout: 30_000 });
    const names = await nextLookAfter(scene, () => {
      network.answersNames = true;
    });

    const address = await nextLookAfter(scene, async () => network.changeAddress(2, 3));
    for (const wait of [cable, names, address]) expect(wait).toBeLessThan(10_000);
    await scene.tooltip(/no backup running/);
    expect(scene.notifications.asked).toEqual([]);
    expect(proxy.asked).toHaveLength(asked);
  },
  120_000,
);

test('after a sleep the portal is looked at once, over a new connection, and nothing is announced', async () => {
  await using scene = await Scene.open();
  const login1 = await Login1.open(scene.desktop);
  const relay = await relayTo(Number(new URL(scene.portal.origin).port));
  const driven = await driveApplication(scene.desktop);
  const page = await driven.page();
  await addByName(driven, relay.origin, scene.portal.key);
  await page.getByRole('button', { name: 'Done' }).click();
  await page.close();
  await scene.tooltip(/no backup running/);

  await waitFor('somebody who listens for sleep', () => login1.inhibitions.length > 0);
  // Asked about when it was added, and again with the first check: after that there is nothing to ask but the backup.
  const aboutKey = (): number =>
    scene.portal.requests.filter(({ path }) => path.endsWith('keys/@self')).length;
  await waitFor('a question about the key', () => aboutKey() === 2);
  // The connection of this look is kept for the next one.
  await scene.checkNow();
  login1.suspend();
  relay.mute();
  const [looks, connections] = [scene.looks(), relay.connections.length];
  const wait = await nextLookAfter(scene, () => login1.resume());
  expect(wait).toBeLessThan(10_000);
  expect([scene.looks() - looks, relay.connections.length - connections]).toEqual([1, 1]);
  await scene.tooltip(/no backup running/);
  expect(scene.notifications.asked).toEqual([]);
});
