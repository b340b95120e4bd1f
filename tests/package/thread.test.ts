import path from 'node:path';
import { expect, test } from 'vitest';
import { backupArchive, backupContents } from '../support/archive/backups.ts';
import { orderOf } from '../support/archive/saves.ts';
import { openPortal } from '../support/docspace/openPortal.ts';
import { download } from '../support/docspace/portal/scenarios/downloads.ts';
import { inElectron } from '../support/electron/inElectron.ts';
import { keyOf } from '../support/keyOf.ts';
import { temporaryFolder } from '../support/main/temporaryFolder.ts';
import { packages } from './packages.ts';

test('the thread of a save starts from inside the archive that ships', async () => {
  const { folder } = await packages();
  const worker = path.join(folder, 'resources', 'app.asar', 'out', 'main', 'archiveWorker.js');
  const portal = await openPortal({ scenario: download, archive: await backupArchive() });
  const task = {
    order: orderOf(portal, temporaryFolder()),
    key: keyOf(portal.key),
    userAgent: 'Keepwatch/test',
    stall: null,
  };
  expect(await inElectron('saves.ts', [worker, JSON.stringify(task)])).toMatchObject({
    result: { ok: true, value: { contents: backupContents } },
    failures: [],
  });
});
