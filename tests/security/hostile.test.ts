import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { anyJson } from '../support/docspace/portal/misbehaviour/answers.ts';
import { Scene } from '../desktop/scene.ts';
import { waitFor } from '../support/desktop/waitFor.ts';

// A portal that means harm: what it says is shown as the text it is, and what it wants opened is not.
const turned = '\u202Egnp.exe\u2066';
const forged = 'line\n2026-11-23 16:02:03.000 error forged\r\u2028forged too\u0000\u001B[31m';
const markup = '<img src=x onerror=alert(1)><a href="http://evil.example">A&B</a> %s {0} &amp;';
const name = `Açme & Söhne_<b>bold</b>\n${turned} שלום ${'👩‍👩‍👧‍👦'.repeat(40)}`;
const controls = /[\p{Cc}\p{Zl}\p{Zp}\u200E\u200F\u202A-\u202E\u2066\u2067\uFEFF]/u;

test('18: names and errors of a portal are text, on one line and bounded, wherever they are shown', async () => {
  await using scene = await Scene.open({ portal: { name } });
  const application = await scene.startWatching();
  const page = await application.page();
  const error = `${markup} ${forged} ${turned} ${'x'.repeat(30_000)}`;
  scene.portal.startBackup({ waiting: 0, archive: 60, plateau: 10, ending: { how: 'fails', at: 37, error } });
  scene.portal.clock.pass(70_000);
  await scene.checkNow();

  // The notification: its title is text, its body is markup to this server.
  const notification = await scene.notifications.nth();
  expect(notification.summary).not.toMatch(controls);
  expect(notification.summary).toMatch(/^\u2068Açme & Söhne_<b>bold<\/b> .*\u2069: backup failed$/u);
  expect(notification.body.replaceAll('\n', '')).not.toMatch(controls);
  expect(notification.body).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
  expect(notification.body).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(notification.body.split('\n')).toHaveLength(3);
  expect(notification.body.length).toBeLessThan(1000);

  // The tray: tooltip and menu.
  const tooltip = await scene.tooltip(/backup failed/);
  expect(tooltip.length).toBeLessThanOrEqual(127);
  expect(tooltip).not.toMatch(controls);
  expect(tooltip.startsWith('\u2068Açme & Söhne_<b>bold</b>')).toBe(true);
  const [first = ''] = await (await scene.item()).menuWords();
  expect(first).toBe(tooltip);

  // The window.
  await page.getByText('onerror=alert(1)').first().waitFor();
  const shown = await page.evaluate(() => ({
    text: document.body.innerText,
    foreign: document.querySelectorAll('img, a, b, script:not([src]), iframe').length,
    wide: document.documentElement.scrollWidth > innerWidth,
  }));
  expect(shown).toMatchObject({ foreign: 0, wide: false });
  expect(shown.text).toContain('Açme & Söhne_<b>bold</b>');
  expect(shown.text).toContain(markup.replace('  ', ' '));
  expect(shown.text.replaceAll('\n', '')).not.toMatch(controls);
  expect(shown.text.length).toBeLessThan(3000);

  // The log has nothing of it, and nothing was opened.
  const log = readFileSync(join(scene.desktop.home, 'user-data', 'logs', 'keepwatch.log'), 'utf8');
  expect(log).not.toMatch(/forged|onerror|Söhne/);
  expect(scene.browser.opened()).toEqual([]);
});

// More of them are tried on the parts that refuse them: tests/core/link.test.ts, tests/main/system/system.test.ts.
const links = ['javascript:alert(1)', 'file:///etc/passwd', 'https://admin:secret@evil.example/x'];

test('17: of a link that is no plain web address nothing is offered; a click opens the portal’s own page', async () => {
  await using scene = await Scene.open();
  const application = await scene.startWatching();
  const page = await application.page();
  const id = await page.evaluate(async () => (await window.keepwatch.hello()).portals[0]?.id ?? '');
  for (const [at, link] of links.entries()) {
    const response = {
      isCompleted: true,
      progress: 100,
      error: '',
      warning: '',
      link,
      status: 2,
      taskId: `00000000-0000-4000-8000-0000000000${String(10 + at)}`,
    };
    const end = scene.portal.misbehave(anyJson({ response, status: 0, statusCode: 200 }), {
      path: 'getbackupprogress',
    });
    // Looks that follow too soon are not made.
    const looked = scene.looks();
    await waitFor(
      'two looks',
      async () => {
        await page.evaluate(() => window.keepwatch.dispatch({ type: 'checkNow', portal: null }));
        return scene.looks() >= looked + 2;
      },
      { every: 300 },
    );
    // Whatever is clicked, and whatever the window says.
    const named = { portal: id, backup: { scope: 'portal', job: response.taskId } } as const;
    for (const type of ['openLink', 'copyLink'] as const) {
      const action = { type, ...named };
      await page.evaluate((command) => window.keepwatch.dispatch(command), action);
    }
    await waitFor('the pages', () => scene.browser.opened().length === 2 * (at + 1));
    end();
  }
  const notification = await scene.notifications.nth();
  expect(notification.actions).toEqual({ default: '', '1': 'Open backup page' });
  scene.notifications.invoke(notification);
  await waitFor('the page of the notification', () => scene.browser.opened().length > 2 * links.length);
  const own = `${scene.portal.origin}/portal-settings/backup/data-backup`;
  expect(new Set(scene.browser.opened())).toEqual(new Set([own]));
  expect(await application.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe('');
});

test('17: a link on another host is opened only after that host was named, as Unicode cannot disguise it', async () => {
  await using scene = await Scene.open();
  await scene.startWatching();
  const response = {
    isCompleted: true,
    progress: 100,
    error: '',
    warning: '',
    // Cyrillic letters that look like Latin ones.
    link: 'https://аррӏе.example/acme.tar.gz?sig=1',
    status: 2,
    taskId: '00000000-0000-4000-8000-000000000001',
  };
  scene.portal.misbehave(anyJson({ response, status: 0, statusCode: 200 }), { path: 'getbackupprogress' });
  await scene.checkNow();
  const notification = await scene.notifications.nth();
  const host = 'xn--80ak6aa92e.example';
  expect(notification.body).toContain(`Link to ${host} works until`);
  expect((await (await scene.item()).menuWords()).join('\n')).toContain(`The link leads to ${host}.`);
  scene.notifications.invoke(notification);
  expect(await scene.browser.address()).toBe(`https://${host}/acme.tar.gz?sig=1`);
});
