import { mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backupArchive } from '../support/archive/backups.ts';
import { filesWith } from '../security/search.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { slowly } from '../support/docspace/portal/misbehaviour/downloads.ts';
import { chooseFolder, saveEvery } from './savingFolder.ts';
import { Scene } from './scene.ts';
import { lookLater } from './simulatedWeek.ts';

// Saving archives with the built application: what its user does, and what is on the disk afterwards.

const archive = await backupArchive();

async function open(bytes = archive): Promise<Scene & { folder: string }> {
  const scene = await Scene.open({ portal: { archive: bytes } });
  const folder = join(scene.desktop.home, 'Backups');
  mkdirSync(folder);
  return Object.assign(scene, { folder });
}

function archivesIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.tar.gz'));
}

async function oneArchive(folder: string): Promise<string> {
  return join(folder, await waitFor('an archive', () => archivesIn(folder)[0]));
}

/** Waits for the notification with that title. */
async function notified(scene: Scene, title: string) {
  return waitFor(`"${title}"`, () => scene.notifications.shown.find(({ summary }) => summary === title));
}

/** The files of its user that hold the link of an archive, or the key. */
function secretsIn({ desktop, portal }: Scene): string[] {
  const links = portal.requests.flatMap(({ href }) => /auth=([^&]+)/.exec(href)?.[1] ?? []);
  expect(links).not.toEqual([]);
  return [...links, portal.key].flatMap((secret) => filesWith(desktop.home, secret));
}

test('an archive is saved by hand, read through and told; a click shows its folder', async () => {
  await using scene = await open();
  const application = await scene.startWatching();
  const page = await application.page();
  scene.finishBackup();
  await scene.checkNow();
  await chooseFolder(application, scene.folder);
  await page.getByRole('button', { name: 'Save archive' }).click();
  const file = await oneArchive(scene.folder);
  expect(readFileSync(file).equals(archive)).toBe(true);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await page.getByText('Saved and readable, 5 files, 2 missing').waitFor();
  const notification = await notified(scene, 'Acme: archive saved');
  expect(notification.body).toBe(`Saved and readable, 5 files, 2 missing\nIn ${file}`);
  scene.notifications.permit(notification, 'raise-me');
  scene.notifications.invoke(notification);
  expect(await scene.browser.address()).toBe(scene.folder);
  expect(scene.browser.permissions()).toEqual(['raise-me']);
  await (await scene.item()).clickMenu(/^Show archive: Acme, today, /);
  expect(await scene.browser.address(1)).toBe(scene.folder);
});

test('every finished backup is saved, and two are kept', async () => {
  await using scene = await open();
  const application = await scene.startWatching();
  await saveEvery(application, scene.folder, 'Keep the newest 2');
  const made = new Set<string>();
  for (let backups = 1; backups <= 3; backups++) {
    scene.finishBackup();
    await waitFor(`backup ${backups}`, async () => {
      await lookLater(scene, application);
      for (const name of archivesIn(scene.folder)) made.add(name);
      return made.size === backups;
    });
    scene.portal.clock.pass(600_000);
  }
  await waitFor('two archives', () => archivesIn(scene.folder).length === 2);
  expect(archivesIn(scene.folder).toSorted()).toEqual([...made].slice(1).toSorted());
});

test('a folder that is away is told of, and takes the archive once it is back', async () => {
  await using scene = await open();
  const application = await scene.startWatching();
  await saveEvery(application, scene.folder, 'Keep the newest 2');
  renameSync(scene.folder, `${scene.folder}-away`);
  scene.finishBackup();
  await scene.checkNow();
  const notification = await notified(scene, 'Acme: archives cannot be saved');
  expect(notification.body).toContain(`The folder ${scene.folder} is not there.`);
  renameSync(`${scene.folder}-away`, scene.folder);
  const page = await application.page();
  await page.getByRole('button', { name: 'Try again' }).click();
  await oneArchive(scene.folder);
});

test('killed in the middle, it goes on at the next start, and one archive comes of it', async () => {
  const large = Buffer.concat([archive, Buffer.alloc(3_000_000)]);
  await using scene = await open(large);
  const application = await scene.startWatching();
  await saveEvery(application, scene.folder, 'Keep the newest 2');
  const end = scene.portal.misbehave(slowly(100_000, 100), { path: '/storage/', times: 1 });
  scene.finishBackup();
  await scene.checkNow();
  const part = (): number =>
    readdirSync(scene.folder)
      .filter((name) => name.endsWith('.part'))
      .reduce((sum, name) => sum + statSync(join(scene.folder, name)).size, 0);
  await waitFor('some of it', () => part() > 0);
  process.kill(application.pid, 'SIGKILL');
  await application.stop();
  end();
  expect(archivesIn(scene.folder)).toEqual([]);
  expect(secretsIn(scene)).toEqual([]);
  await scene.start();
  const file = await oneArchive(scene.folder);
  expect(readFileSync(file).equals(large)).toBe(true);
  await notified(scene, 'Acme: archive saved');
  expect(readdirSync(scene.folder)).toHaveLength(2);
  expect(secretsIn(scene)).toEqual([]);
  const ranges = scene.portal.requests
    .filter(({ path }) => path.startsWith('/storage/'))
    .map(({ headers }) => headers.range);
  expect(ranges).toEqual([undefined, expect.stringMatching(/^bytes=\d{6,}-$/)]);
});
