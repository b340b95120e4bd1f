import { expect, test } from 'vitest';
import { waitFor } from '../support/desktop/waitFor.ts';
import { Scene } from './scene.ts';

const plan = { waiting: 0, archive: 60, plateau: 10 };

async function finishBackup(scene: Scene): Promise<void> {
  scene.portal.startBackup(plan);
  scene.portal.clock.pass(30_000);
  await scene.checkNow();
  await scene.tooltip(/backing up/);
  scene.portal.clock.pass(60_000);
  await scene.tooltip(/finished/);
}

test.each(['xfce', 'plasma', 'gnome'] as const)(
  'a finished backup is announced with its archive, and a click opens its link in the browser, once: %s',
  async (habits) => {
    await using scene = await Scene.open({ notifications: { habits } });
    await scene.startWatching();
    await finishBackup(scene);
    const notification = await scene.notifications.nth();
    expect(notification.appName).toBe('Keepwatch');
    expect(notification.summary).toBe('Acme: backup finished');
    expect(notification.body).toMatch(/^Link works until tomorrow, \d\d:\d\d\nacme_.*\.tar\.gz$/);
    expect(notification.actions).toEqual({
      default: '',
      '1': 'Open link',
      '2': 'Save archive',
      '3': 'Copy link',
    });
    scene.notifications.invoke(notification);
    expect(await scene.browser.address()).toMatch(
      new RegExp(`^${scene.portal.origin}/storage/backup/root/acme_.*\\?expire=1440&auth=`),
    );
    // What the server has said before the application hears before this click.
    await scene.checkNow();
    expect(scene.browser.opened()).toHaveLength(1);
  },
);

test('the button "Copy link" puts the link on the clipboard, and opens nothing', async () => {
  await using scene = await Scene.open();
  const application = await scene.startWatching();
  await finishBackup(scene);
  scene.notifications.invoke(await scene.notifications.nth(), '3');
  const copied = await waitFor('the link on the clipboard', async () =>
    application.electron.evaluate(({ clipboard }) => clipboard.readText()),
  );
  expect(copied).toContain('/storage/backup/root/');
  expect(scene.browser.opened()).toEqual([]);
});

test('a failed backup is announced with the portal’s own sentence, as text', async () => {
  await using scene = await Scene.open();
  await scene.startWatching();
  const error = 'Can’t back up <b>table</b> files_file & more.';
  scene.portal.startBackup({ ...plan, ending: { how: 'fails', at: 37, error } });
  scene.portal.clock.pass(70_000);
  await scene.checkNow();
  const notification = await scene.notifications.nth();
  expect(notification.summary).toBe('Acme: backup failed');
  expect(notification.body).toContain('Can’t back up &lt;b&gt;table&lt;/b&gt; files_file &amp; more.');
  expect(notification.hints['urgency']).toBe(2);
});

test.each([
  ['without a notification server', false],
  ['with one that refuses', { mode: 'refuses' }],
] as const)('%s, window and menu show what could not be announced', async (_case, notifications) => {
  await using scene = await Scene.open({ notifications });
  const application = await scene.startWatching();
  await (await application.page()).close();
  await finishBackup(scene);
  await (await scene.item()).clickMenu('Open Keepwatch');
  const page = await application.page();
  await page.getByText('This system showed no notification for it.').waitFor();
  expect((await (await scene.item()).menuWords())[0]).toBe('Acme: backup finished');
});
