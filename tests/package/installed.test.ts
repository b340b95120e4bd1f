import { execFileSync } from 'node:child_process';
import { accessSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Child } from '../support/desktop/child.ts';
import { openPort, reachWindow } from '../support/desktop/openPort.ts';
import { ordinaryUser } from '../support/desktop/ordinaryUser.ts';
import { commandLine, processStatus } from '../support/desktop/processTree.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { Scene } from '../desktop/scene.ts';
import { Installation, processes, program, traces, unable } from './installation.ts';
import { packages } from './packages.ts';

const { debian, version, laterDebian, laterVersion } = await packages();
const plan = { waiting: 0, archive: 60, plateau: 10 };

// One story, from installing to removing: each test goes on where the one before it has ended.
// Installing takes seconds, on a busy machine half a minute.
describe.skipIf(unable !== '')(
  `an ordinary user of the Debian package${unable}`,
  { timeout: 180_000 },
  () => {
    let installation: Installation;
    let scene: Scene;
    let application: Child;
    let page: Page;

    // Each gives back what it has taken, also when a later one fails.
    beforeAll(async () => {
      installation = await Installation.take();
      return async () => installation.giveBack();
    }, 600_000);
    beforeAll(async () => {
      scene = await Scene.open({ desktop: { account: ordinaryUser } });
      return async () => scene.desktop.stop();
    });
    beforeAll(async () => installation.install(debian), 180_000);

    function configuration(...names: string[]): string {
      return path.join(scene.desktop.home, '.config', ...names);
    }

    async function finishBackup(at: number): Promise<string> {
      scene.portal.startBackup(plan);
      scene.portal.clock.pass(30_000);
      await scene.checkNow();
      await scene.tooltip(/backing up/);
      scene.portal.clock.pass(60_000);
      const { summary, icon } = await scene.notifications.nth(at);
      expect(() => accessSync(icon)).not.toThrow();
      return summary;
    }

    test('starts it by its name, and adds a portal', async () => {
      expect(await installation.version()).toBe(version.replaceAll('-', '~'));
      application = scene.desktop.start('keepwatch', [openPort], { account: ordinaryUser });
      page = await reachWindow(scene.desktop, application);
      await scene.addPortal(page);
      expect(await scene.tooltip(/no backup running/)).toBe('Acme: no backup running');
    });

    test('has its window in Chromium’s sandbox', async () => {
      const ours = processes();
      expect(ours.map((id) => commandLine(id)).join('\n')).not.toContain('--no-sandbox');
      expect(ours.every((id) => /^Uid:\s65534\s65534\s65534\s65534$/m.test(processStatus(id)))).toBe(true);
      const renderer = ours.find((id) => commandLine(id).includes('--type=renderer'));
      await waitFor('its sandbox', () => /^Seccomp:\s2$/m.test(processStatus(renderer ?? 0)));
    });

    /** What the installed command says to its user. */
    async function keepwatch(...words: string[]): Promise<[number | null | undefined, string, string]> {
      const { desktop } = scene;
      const { exit, stdout, stderr } = await desktop.attempt('keepwatch', words, { account: ordinaryUser });
      return [exit?.code, stdout, stderr];
    }

    test('is told when a backup has finished', async () => {
      expect(await finishBackup(0)).toBe('Acme: backup finished');
    });

    test('switches on that it starts at login: what is installed', async () => {
      await page.getByRole('button', { name: 'Settings' }).click();
      await page.getByRole('switch', { name: 'Start at login' }).check();
      const entry = configuration('autostart', 'keepwatch.desktop');
      const text = await waitFor('the entry', () => readFileSync(entry, 'utf8'));
      expect(text).toContain(`\nExec="${program}"\n`);
      expect(text).toContain(`\nTryExec=${program}\n`);
      execFileSync('desktop-file-validate', [entry]);
    });

    test('asks it on the command line', async () => {
      expect(await keepwatch('status')).toEqual([0, 'Acme: backup finished\n', '']);
      expect(await keepwatch('--version')).toEqual([0, `Keepwatch ${version}\n`, '']);
      expect(await keepwatch('wait', 'Globex')).toEqual([4, '', expect.stringContaining('No portal')]);
      expect(await keepwatch('frobnicate')).toEqual([2, '', expect.stringContaining('frobnicate')]);
    });

    test('has a script that waits for a backup, and acts', async () => {
      const done = path.join(scene.desktop.home, 'done');
      const script = scene.desktop.start(
        'sh',
        [path.join(import.meta.dirname, 'backUpAndAct.sh'), 'Acme', done],
        {
          account: ordinaryUser,
        },
      );
      // It is connected to the socket from then on: beside the one that listens there is one more.
      const lines = (): string[] => readFileSync('/proc/net/unix', 'utf8').split('\n');
      await script.until(
        'its question',
        () =>
          lines().filter((line) => line.endsWith('/keepwatch/command.sock')).length > 1 &&
          existsSync(`${done}.said`),
      );
      expect(await finishBackup(1)).toBe('Acme: backup finished');
      expect(await script.closed).toEqual({ code: 0, signal: null });
      expect(readFileSync(done, 'utf8')).toBe('copy the archive of Acme\n');
      expect(readFileSync(`${done}.said`, 'utf8')).toMatch(/Acme: backup finished\n$/);
    });

    test('misses nothing by an upgrade: the one that runs goes on', async () => {
      await installation.install(laterDebian);
      expect(await installation.version()).toBe(laterVersion.replaceAll('-', '~'));
      expect(await keepwatch('--version')).toEqual([0, `Keepwatch ${laterVersion}\n`, '']);
      expect(application.exit).toBeUndefined();
      expect(await finishBackup(2)).toBe('Acme: backup finished');
      await page.close();
      await (await scene.item()).clickMenu('Open Keepwatch');
      const again = await reachWindow(scene.desktop, application);
      await again.getByRole('list', { name: 'Portals' }).waitFor();
    });

    test('has the later version at the next login, with portal, key and settings', async () => {
      await (await scene.item()).clickMenu('Quit');
      expect(await application.exited).toEqual({ code: 0, signal: null });
      await waitFor('an empty tray', () => scene.host.tray.items.length === 0);
      const entry = configuration('autostart', 'keepwatch.desktop');
      application = scene.desktop.start('gio', ['launch', entry], { account: ordinaryUser });
      expect(await scene.tooltip(/finished/)).toBe('Acme: backup finished');
      await scene.checkNow();
      expect(scene.notifications.asked).toHaveLength(3);
      expect(readFileSync(configuration('Keepwatch', 'logs', 'keepwatch.log'), 'utf8')).toContain(
        `started ${laterVersion} on Electron`,
      );
    });

    test('removes it, and has nothing left but what is the user’s own', async () => {
      expect(processes().length).toBeGreaterThan(0);
      await installation.remove();
      expect(processes()).toEqual([]);
      await waitFor('an empty tray', () => scene.host.tray.items.length === 0);
      expect(await traces()).toEqual([]);
      const own = ['settings.json', 'portals.json', 'keys.json'];
      for (const name of own) expect(readFileSync(configuration('Keepwatch', name), 'utf8')).toContain('{');
    });
  },
);
