import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Event } from '../../../src/core/event.ts';
import { toPortalList } from '../../../src/core/portalList.ts';
import { createPortalList, type PortalListParts } from '../../../src/main/app/portalList.ts';
import { acme, globex, stateOf } from '../../support/given.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';

const certificate = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

/** With somebody who chooses this file for both. */
function listIn(file: string | null, parts: Partial<PortalListParts> = {}) {
  const events: Event[] = [];
  let ids = 0;
  const list = createPortalList({
    engine: {
      state: () => stateOf([{ ...acme, certificate, standalone: true }, globex]),
      dispatch: (event) => events.push(event),
    },
    askPlace: async () => file,
    askFile: async () => file,
    newPortalId: () => `new ${(ids += 1)}`,
    ...parts,
  });
  return { ...list, events };
}

test('30: what is exported lies where its user wanted it, for that user alone, without key, certificate or consent', async () => {
  const file = join(temporaryFolder(), 'portals.json');
  const { exportPortals, events } = listIn(file);
  await exportPortals();
  expect(readFileSync(file, 'utf8')).toBe(toPortalList([acme, globex]));
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(events).toEqual([{ type: 'portalsExported', saved: true }]);
});

test('a place that cannot be written to is said', async () => {
  const { exportPortals, events } = listIn(join(temporaryFolder(), 'none', 'portals.json'));
  await exportPortals();
  expect(events).toEqual([{ type: 'portalsExported', saved: false }]);
});

test('what was exported is imported elsewhere, under ids of its own', async () => {
  const file = join(temporaryFolder(), 'portals.json');
  const { exportPortals, importPortals, events } = listIn(file);
  await exportPortals();
  await importPortals();
  expect(events[1]).toEqual({
    type: 'portalsImported',
    portals: [
      { id: 'new 1', name: 'Acme', origin: acme.origin },
      { id: 'new 2', name: 'Globex', origin: globex.origin },
    ],
  });
});

test.each([
  ['notOpened', 'that is not there', () => undefined],
  ['notOpened', 'that is a folder', (file: string) => mkdirSync(file)],
  ['notOpened', 'without end', (file: string) => writeFileSync(file, ' '.repeat(2_000_000))],
  ['notAList', 'that is something else', (file: string) => writeFileSync(file, Buffer.from([0xff, 0, 0xfe]))],
  [
    'newer',
    'of a newer Keepwatch',
    (file: string) => writeFileSync(file, '{"format":"keepwatch-portals","version":9}'),
  ],
] as const)('%s: a file %s is refused', async (why, _what, put) => {
  const file = join(temporaryFolder(), 'portals.json');
  put(file);
  const { importPortals, events } = listIn(file);
  await importPortals();
  expect(events).toEqual([{ type: 'importRefused', why }]);
});

test('nowhere is nothing, and asking once more while the question is open asks nothing', async () => {
  const nowhere = listIn(null);
  await nowhere.exportPortals();
  await nowhere.importPortals();
  expect(nowhere.events).toEqual([]);
  const asked: string[] = [];
  let answer = (_file: string | null): void => undefined;
  const waiting = listIn(null, {
    askFile: async () => {
      asked.push('file');
      return new Promise((resolve) => (answer = resolve));
    },
  });
  const first = waiting.importPortals();
  await waiting.importPortals();
  await waiting.exportPortals();
  expect(asked).toEqual(['file']);
  answer(null);
  await first;
  void waiting.importPortals();
  expect(asked).toHaveLength(2);
});
