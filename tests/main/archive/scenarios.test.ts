import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { second } from '../../../src/core/base/time.ts';
import type { SaveProgress, SaveResult } from '../../../src/core/saving/order.ts';
import {
  askedBy,
  downloadOutcomes,
  downloadScenarios,
  endOf,
  leftOf,
} from '../../support/archive/downloadOutcomes.ts';
import { orderOf, saveHere } from '../../support/archive/saves.ts';
import { askProgress } from '../../support/docspace/ask.ts';
import { isRecord } from '../../support/docspace/json.ts';
import { openPortal } from '../../support/docspace/openPortal.ts';
import { downloadHuge } from '../../support/docspace/portal/scenarios/archives.ts';
import { keyOf } from '../../support/keyOf.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';
import { sha256 } from './opened.ts';

// What comes of each download scenario of the fake portal, try after try. tests/desktop/downloads.test.ts asks the same
// of the application; the huge one, which takes seconds, only there.

test('every download scenario has an outcome', () => {
  const names = downloadScenarios.map(({ name }) => name);
  expect([...downloadOutcomes.keys()].toSorted()).toEqual(names.toSorted());
});

test.each(downloadScenarios.filter((scenario) => scenario !== downloadHuge))(
  '$name comes to what is to come of it',
  async (scenario) => {
    const outcome = downloadOutcomes.get(scenario.name);
    if (outcome === undefined) throw new Error('nobody knows what is to come of it');
    const { tries, asked, cloud = [], left, contents } = outcome;
    const portal = await openPortal({ scenario });
    // Deep enough that a name which leads out of it would be seen.
    const home = temporaryFolder();
    const folder = join(home, 'backups', 'acme');
    mkdirSync(folder, { recursive: true });
    const timeouts = tries.includes('stalled') ? { body: 300 } : {};
    const tryOnce = async (): Promise<SaveResult> => {
      const progress = await askProgress(portal);
      const link = new URL(isRecord(progress) ? String(progress['link']) : '', portal.origin).href;
      const tell = timePasses((length) => portal.clock.pass(length));
      return saveHere(orderOf(portal, folder, { link }), { key: keyOf(portal.key), timeouts, tell });
    };
    const results: SaveResult[] = [];
    while (results.length < tries.length) results.push(await tryOnce());
    expect({
      tries: results.map(endOf),
      left: leftOf(readdirSync(folder)),
      asked: askedBy(portal.requests, '/storage/'),
      cloud: askedBy(portal.cloudRequests, '/'),
    }).toEqual({ tries, left, asked, cloud });
    expect(readdirSync(home, { recursive: true })).toHaveLength(2 + readdirSync(folder).length);
    if (left !== 'archive') return;
    expect(results.at(-1)).toMatchObject({ value: { contents } });
    expect(savedIn(folder).equals(portal.world.details.archive)).toBe(true);
  },
);

/** Once more has come than the beginning, a second passes for the portal: what it is to cut off then ends there. */
function timePasses(pass: (length: number) => void): (progress: SaveProgress) => void {
  let begun: number | null = null;
  return ({ stage, done }) => {
    if (stage === 'reading') return;
    begun ??= done;
    if (done > begun) pass(second);
  };
}

/** The archive in a folder, which is as its checksum says. */
function savedIn(folder: string): Buffer {
  const [name = '', sum = ''] = readdirSync(folder).toSorted();
  const archive = readFileSync(join(folder, name));
  expect(readFileSync(join(folder, sum), 'utf8')).toBe(`${sha256(archive)}  ${name}\n`);
  return archive;
}
