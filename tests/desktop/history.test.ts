import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseSavedRuns } from '../../src/core/history/savedRuns.ts';
import { outcomeOf, type RunRecord } from '../../src/core/history/runRecord.ts';
import { olderArchives } from '../support/docspace/portal/olderArchives.ts';
import { driveApplication } from '../support/desktop/drivenApplication.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { userData } from './keptFiles.ts';
import { Scene } from './scene.ts';

// What is remembered of a portal's runs, on the disk of the built application and in its window.

/** What the one file of runs holds. */
function kept({ desktop }: Scene): RunRecord[] {
  const folder = join(userData(desktop), 'runs');
  const [name] = existsSync(folder) ? readdirSync(folder) : [];
  return name === undefined ? [] : parseSavedRuns(JSON.parse(readFileSync(join(folder, name), 'utf8'))).runs;
}

const listsAsked = ({ portal }: Scene): number =>
  portal.requests.filter(({ path }) => path.endsWith('getbackuphistory')).length;

test('runs are remembered as they are seen, listed with what the portal lists, and gone with the portal', async () => {
  await using scene = await Scene.open();
  const { portal } = scene;
  portal.world.backups.olderArchives.push(...olderArchives(portal.clock.now()));
  const first = await scene.startWatching();
  expect(kept(scene)).toEqual([]);

  portal.startBackup({
    waiting: 0,
    archive: 60,
    plateau: 10,
    ending: { how: 'fails', at: 37, error: 'Disk full.' },
  });
  portal.clock.pass(10_000);
  await scene.checkNow();
  await waitFor('the run on the disk', () => kept(scene).length === 1);
  expect(kept(scene)).toMatchObject([{ start: { seen: true }, end: null }]);
  portal.clock.pass(80_000);
  await scene.checkNow();
  await waitFor('its end', () => kept(scene).some(({ end }) => end !== null));
  expect(kept(scene).map(outcomeOf)).toContain('failed');
  const asked = listsAsked(scene);
  await first.stop();

  const application = await driveApplication(scene.desktop);
  await (await scene.item()).activate();
  const page = await application.page();
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('heading', { name: 'History' }).waitFor();
  const runs = page.getByRole('table', { name: 'Runs' }).getByRole('radio');
  await waitFor('all of them', async () => (await runs.count()) === 5);
  expect(listsAsked(scene)).toBeGreaterThan(asked);
  const failed = page.getByRole('radio', { name: /^Failed at 37 %, today/ });
  await failed.check();
  await page.getByRole('row', { name: 'Disk full.' }).waitFor();
  await page.getByRole('button', { name: 'Back' }).click();

  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('group', { name: 'Remove Acme?' }).getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('heading', { name: 'Nothing to watch yet' }).waitFor();
  await waitFor('no file', () => readdirSync(join(userData(scene.desktop), 'runs')).length === 0);
});
