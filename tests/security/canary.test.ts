import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { type DrivenApplication, driveApplication } from '../support/desktop/drivenApplication.ts';
import { killHelpers } from '../support/desktop/helper.ts';
import { commandLine, environmentOf, processTree } from '../support/desktop/processTree.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { Scene } from '../desktop/scene.ts';
import { redirectTo } from '../support/docspace/portal/misbehaviour/answers.ts';
import { recordBus } from './busRecord.ts';
import { filesIn, filesWith, holds } from './search.ts';
import { openStranger } from './stranger.ts';

const answer = z.object({ response: z.object({ link: z.string() }) });

/** The link of the portal's backup, as only somebody with its key can read it. */
async function linkOf({ portal }: Scene): Promise<string> {
  const headers = { authorization: `Bearer ${portal.key}` };
  const got = await fetch(`${portal.origin}/api/2.0/backup/getbackupprogress`, { headers });
  const { response } = answer.parse(await got.json());
  return /auth=([^&]+)/.exec(response.link)?.[1] ?? '';
}

/** Writes down what the main process sends to its windows from now on, by whatever way. */
async function recordWindows(application: DrivenApplication): Promise<() => Promise<string>> {
  await application.electron.evaluate(({ webContents }) => {
    const sent: unknown[] = [];
    Object.assign(globalThis, { sent });
    for (const contents of webContents.getAllWebContents()) {
      for (const name of ['send', 'postMessage', 'executeJavaScript'] as const) {
        const real = contents[name].bind(contents);
        Object.assign(contents, {
          [name]: (...words: unknown[]) => {
            sent.push(words);
            return Reflect.apply(real, contents, words);
          },
        });
      }
    }
  });
  return async () => application.electron.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'sent')));
}

/** What the page has now: its markup, what stands in its fields, and what it is told when it asks. */
async function pageOf(application: DrivenApplication): Promise<string> {
  const page = await application.page();
  return page.evaluate(async () =>
    JSON.stringify([
      document.documentElement.outerHTML,
      [...document.querySelectorAll('input')].map(({ value }) => value),
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      await window.keepwatch.hello(),
    ]),
  );
}

/** How every process of the application was started, and what it could hand on. */
function processesOf({ pid }: DrivenApplication): string {
  return processTree(pid)
    .flatMap((each) => [commandLine(each), environmentOf(each)])
    .join('\n');
}

/** Saves the diagnostics as their user does, with the system's own dialogue; where they lie then. */
async function saveDiagnostics({ desktop }: Scene, application: DrivenApplication): Promise<string> {
  const page = await application.page();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Save diagnostics…' }).click();
  const poll = async (): Promise<string | undefined> => {
    const saved = filesIn(desktop.home).find((file) => /keepwatch-diagnostics-.*\.txt$/.test(file));
    if (saved !== undefined && statSync(saved).size > 0) return saved;
    const windows = await desktop.run('xwininfo', '-root', '-tree');
    const [, dialogue] = /(0x[0-9a-f]+) "Save File"/.exec(windows) ?? [];
    if (dialogue === undefined) return undefined;
    // There is no window manager here to hand out the focus.
    await desktop.run('xdotool', 'windowfocus', '--sync', dialogue, 'key', 'Return');
    return undefined;
  };
  return waitFor('the diagnostics', poll, { timeout: 20_000, every: 300 });
}

test('11, 12, 16: key and link reach nobody but the portal: no window, log, file, process, bus or other server', async () => {
  await using scene = await Scene.open();
  const stranger = await openStranger();
  scene.desktop.onStop(stranger.close);
  const bus = await recordBus(scene.desktop.sessionBus.address);
  scene.desktop.onStop(bus.end);
  const { key } = scene.portal;
  const application = await scene.startWatching();
  const windows = await recordWindows(application);
  const seen = [await pageOf(application), processesOf(application)];

  // A backup runs and ends; then somebody in between sends every question elsewhere.
  scene.portal.startBackup({ waiting: 0, archive: 60, plateau: 10 });
  scene.portal.clock.pass(30_000);
  await scene.checkNow();
  await scene.tooltip(/backing up/);
  seen.push(await pageOf(application));
  scene.portal.clock.pass(60_000);
  await scene.tooltip(/finished/);
  await scene.notifications.nth();
  const link = await linkOf(scene);
  expect(link.length).toBeGreaterThan(20);
  scene.portal.misbehave(redirectTo(stranger.origin, 302), { times: 1 });
  await scene.checkNow();
  seen.push(await pageOf(application), processesOf(application), await windows());
  seen.push(JSON.stringify([scene.notifications.asked, await (await scene.item()).menuWords()]));
  const saved = await saveDiagnostics(scene, application);
  const diagnostics = readFileSync(saved, 'utf8');

  // Only what was looked through proves anything.
  expect(scene.portal.requests.some(({ authorization }) => authorization === `Bearer ${key}`)).toBe(true);
  expect(seen.join('\n')).toContain('Backup finished');
  expect(bus.said.join('\n')).toContain('Acme: backup finished');
  expect(diagnostics).toContain('"status": "ended"');
  expect(diagnostics).toMatch(/ info started /);
  expect(statSync(saved).mode & 0o777).toBe(0o600);
  for (const [name, secret] of [
    ['key', key],
    ['link', link],
  ] as const) {
    for (const [at, text] of seen.entries())
      expect([name, at, holds(text, secret)]).toEqual([name, at, false]);
    expect([name, bus.said.filter((message) => holds(message, secret))]).toEqual([name, []]);
    expect([name, filesWith(scene.desktop.folder, secret)]).toEqual([name, []]);
  }
  // 12: a portal that is watched is not followed to anywhere.
  expect(stranger.heard).toEqual([]);

  // 16: for its user's eyes only.
  const folder = join(scene.desktop.home, 'user-data');
  for (const file of ['settings.json', 'keys.json', 'portals.json', 'logs/keepwatch.log'])
    expect([file, statSync(join(folder, file)).mode & 0o777]).toEqual([file, 0o600]);
  expect(statSync(folder).mode & 0o077).toBe(0);

  // After the next start the key comes out of the keyring, and goes no further.
  await application.stop();
  const asked = scene.portal.requests.length;
  const next = await driveApplication(scene.desktop);
  await waitFor('a look', () => scene.portal.requests.length > asked);
  await scene.tooltip(/finished/);
  const after = processesOf(next);
  await next.stop();
  for (const secret of [key, link]) {
    expect(holds(after, secret)).toBe(false);
    expect(filesWith(scene.desktop.folder, secret)).toEqual([]);
  }
});

test('11: no crash leaves a dump: not of a window, not of a helper, not of Keepwatch itself', async () => {
  await using scene = await Scene.open();
  await (await scene.startWatching()).stop();
  const application = await scene.start();
  await scene.tooltip(/no backup running/);
  const launched = await scene.start();
  expect(await launched.exited).toEqual({ code: 0, signal: null });
  await waitFor('its window', async () => scene.showsWindow());
  for (const kind of ['renderer', 'gpu-process', 'utility'])
    await killHelpers(application.pid, `--type=${kind}`, 'SIGSEGV');
  const log = join(scene.desktop.home, 'user-data', 'logs', 'keepwatch.log');
  await waitFor('word of it in the log', () => /window gone: crashed/.test(readFileSync(log, 'utf8')));
  // The watching goes on.
  await scene.checkNow();
  application.kill('SIGSEGV');
  await application.exited;
  const left = filesIn(scene.desktop.folder);
  expect(left.filter((file) => /\.dmp$|(^|\/)core(\.\d+)?$|minidump/i.test(file))).toEqual([]);
  expect(filesWith(scene.desktop.folder, scene.portal.key)).toEqual([]);
});
