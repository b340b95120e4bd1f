import { expect, test } from 'vitest';
import type { Child } from '../support/desktop/child.ts';
import { prepareLaunch } from '../support/desktop/launch.ts';
import { underTest } from '../support/desktop/packaged.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { Scene } from '../desktop/scene.ts';
import { ClosedNetwork } from './closedNetwork.ts';

/** How long to listen: this many looks at a running backup, each some five seconds. `LOOKS=120` is ten minutes. */
const polls = Number(process.env['LOOKS'] ?? 3);

test(
  '25: it listens on no port, and nothing leaves this machine but the questions to its portal',
  async () => {
    await using scene = await Scene.open();
    await (await scene.startWatching()).stop();
    scene.portal.startBackup({ waiting: 0, archive: 60, plateau: 10 });
    scene.portal.clock.pass(30_000);
    const network = await ClosedNetwork.open(scene.desktop, scene.portal.origin);
    const { executable, args, env } = await prepareLaunch(scene.desktop, underTest('shipped', {}));
    const start = (): Child => network.start(executable, [...args, '--no-sandbox'], env);
    const port = Number(new URL(scene.portal.origin).port);
    expect(network.listening).toEqual([port]);

    start();
    await scene.tooltip(/backing up/);
    // With its window, too: a second launch opens it.
    expect(await start().exited).toEqual({ code: 0, signal: null });
    const before = scene.looks();
    await waitFor(`${polls} looks`, () => scene.looks() >= before + polls, { timeout: polls * 15_000 });
    expect(network.listening).toEqual([port]);
    await waitFor(
      () => `no connection but to the portal (others: ${network.connections})`,
      () => network.connections === 0,
    );
    expect(network.datagrams).toBe(0);

    // Anybody else would have been noticed.
    const call = "require('node:net').connect(443, '203.0.113.1').on('error', () => {})";
    const ask = "require('node:dns').lookup('example.com', () => {})";
    network.start(process.execPath, ['-e', `${call}; ${ask}`]);
    await waitFor('a connection and a question', () => network.connections > 0 && network.datagrams > 0);
  },
  60_000 + polls * 15_000,
);
