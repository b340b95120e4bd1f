import { expect, test } from 'vitest';
import { minute } from '../../src/core/base/time.ts';
import type { Plan } from '../support/docspace/portal/job/plan.ts';
import { badGateway, lockFailure } from '../support/docspace/portal/misbehaviour/answers.ts';
import { startPortal } from '../support/docspace/portal/portal.ts';
import type { Schedule } from '../support/docspace/portal/schedule.ts';
import { Scene } from './scene.ts';
import { Week } from './simulatedWeek.ts';

// What administrators complain of that nobody told them, all in one week of one application.

const nightly: Schedule = { storage: 'Documents', period: 'EveryDay', hour: 3, day: 0 };
const scheduled: Partial<Plan> = { storage: 'Documents', waiting: 0, archive: 540, plateau: 60 };

test('a week of all that administrators complain of is told in plain words, each thing once', async () => {
  await using scene = await Scene.open({
    desktop: { env: { TZ: 'UTC' } },
    portal: { timeZone: 'UTC', schedule: () => nightly },
  });
  const { portal: acme, notifications } = scene;
  const globex = await startPortal({ name: 'Globex', clock: acme.clock });
  const initech = await startPortal({ name: 'Initech', clock: acme.clock });
  scene.desktop.onStop(async () => Promise.all([globex.close(), initech.close()]));
  const week = await Week.begin(scene, [globex, initech]);
  await week.soon('the schedule and its time zone to be known', () => {
    const paths = acme.requests.map(({ path }) => path);
    const read = paths.findIndex((path) => path.endsWith('getbackupschedule'));
    return read !== -1 && paths.slice(read).some((path) => path.endsWith('settings'));
  });

  // Monday. The lock of a busy installation (ControlPanel#10) passes: nobody is told.
  initech.misbehave(lockFailure(), { path: 'getbackupprogress', times: 3 });
  for (let looks = 0; looks < 4; looks += 1) await week.look();
  // A backup fails part-way (CommunityServer#313, #446), with nothing but "at least one error" (#276).
  const error = 'The table files_file cannot be read.';
  globex.startBackup({ waiting: 0, archive: 600, ending: { how: 'fails', at: 62, error } });
  await week.look();
  for (let looks = 0; looks < 4; looks += 1) await week.pass(2 * minute);
  await week.tells('Globex: backup failed', error, 'It had reached 62 %.', 'then back up again');

  // Tuesday. Of a scheduled backup that succeeds DocSpace tells nobody.
  acme.startBackup(scheduled, week.at(1, 3));
  await week.until(1, 3.25);
  await week.tells('Acme: backup finished', 'The archive is in the portal’s own storage.');
  // Folders that are empty afterwards (DocSpace#1847).
  globex.startBackup(
    { storage: 'Documents', ending: { how: 'succeeds', warning: 'Some files were not included.' } },
    week.at(1, 10),
  );
  await week.until(1, 10.25);
  await week.tells('Globex: backup finished, with gaps', 'Some files are missing.', 'storage/missing_info');
  // Stuck, for days where nobody looks (CommunityServer#338).
  initech.startBackup({ archive: 900, ending: { how: 'freezes', at: 70 } });
  await week.pass(15 * minute);
  await week.pass(31 * minute);
  await week.tells('Initech: backup stuck at 70 %', /No progress for 3\d min/, 'may have stopped');
  initech.world.backups.cancel('entry');
  await week.tells('Initech: backup stopped', 'It had reached 70 %.');

  // Wednesday. The nightly backup silently does not run (DocSpace#1828, CommunityServer#310), and again on Thursday.
  await week.sleepsUntil(2, 8);
  await week.tells(
    'Acme: due backup did not run',
    'Last finished backup: yesterday, 03:10',
    'It was due today, 03:00',
    'backup schedule',
  );
  globex.startBackup({}, week.at(2, 10));
  await week.until(2, 10.1);
  await week.tells('Globex: backup finished', 'Link works until tomorrow, 10:00');

  // Thursday. The temporary backup is gone after a day (CommunityServer#438): nobody has opened its link yet.
  await week.until(3, 8);
  await week.tells('Globex: download link expires today, 10:00');
  // After an upgrade there are no backups any more (DocSpace#1852).
  const installed = initech.misbehave(badGateway(), { path: 'backup' });
  for (let looks = 0; looks < 3; looks += 1) await week.pass(16 * minute);
  await week.tells(
    'Initech: backup service does not answer',
    'The portal answers, but its backup service does not.',
  );
  installed();

  // Friday. An upload to a bucket that is not there goes on for ever (DocSpace 3.2.1).
  acme.startBackup(scheduled, week.at(4, 3));
  await week.until(4, 3.25);
  await week.tells('Acme: backup finished');
  globex.startBackup({ storage: 'ThirdPartyConsumer', plateau: Infinity }, week.at(4, 10));
  await week.until(4, 10.1);
  await week.until(4, 14.2);
  await week.tells('Globex: backup stuck at 90 %', 'has been uploading for 4 h', 'may be slow');
  globex.world.backups.end(() => ({ how: 'fails', at: 90, error: 'There is no such bucket.' }));
  await week.tells('Globex: backup failed', 'There is no such bucket.', 'It had reached 90 %.');

  // Saturday. The server deletes the schedule (quota, plan).
  acme.startBackup(scheduled, week.at(5, 3));
  await week.until(5, 3.25);
  await week.tells('Acme: backup finished');
  acme.world.set({ schedule: () => undefined });
  await week.until(5, 10);
  await week.pass(minute);
  await week.tells('Acme: backup schedule is gone', 'starts no backups by itself', 'quota or plan');

  // Sunday. After a restore nobody can sign in (DocSpace#1826, #1835, CommunityServer#535).
  await week.until(6, 10);
  initech.world.startRestore(1800);
  await week.pass(20 * minute);
  await week.soon('the restore to be seen', async () =>
    (await (await scene.item()).tooltip()).includes('Initech: is being restored, 6'),
  );
  await week.pass(11 * minute);
  await week.tells('Initech: restore finished', 'Its keys may no longer work.');
  for (let looks = 0; looks < 3; looks += 1) await week.pass(minute);
  await week.tells('Initech: needs a new key', 'restored from a backup', 'Make a new key in the portal');

  await week.until(7, 8);
  for (let looks = 0; looks < 3; looks += 1) await week.look();
  const told = notifications.asked;
  expect(told.map(({ summary }) => summary)).toEqual(week.expected.map(({ title }) => title));
  for (const [index, { words }] of week.expected.entries())
    for (const each of words) expect(told[index]?.body).toMatch(each);

  // How far it came, and when: the trace of the one that failed on Monday.
  await (await scene.item()).clickMenu('Open Keepwatch');
  const page = await week.application.page();
  await page.getByRole('listitem', { name: 'Globex' }).getByRole('button', { name: 'History' }).click();
  await page.getByRole('radio', { name: /^Failed at 62 %,/ }).check();
  await page.getByText(/^Failed at 62 % after \d min/).waitFor();
});
