import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asideName } from '../../../src/main/storage/jsonFile.ts';
import { readSaved } from '../../../src/main/storage/saved.ts';
import { acme, start } from '../../support/given.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';
import { asOrdinaryUser, memoryOf, put, settings, startIn } from './folders.ts';

describe('a file of the name it had before', () => {
  const remembered = (told: string): object => ({ portals: { acme: memoryOf(acme, [told]) } });

  function folderWith(files: Record<string, unknown>): string {
    const folder = temporaryFolder();
    put(folder, 'settings', settings([acme]));
    for (const [name, content] of Object.entries(files)) put(folder, name, content);
    return folder;
  }

  test('is read, and has its new name from then on', async () => {
    const folder = folderWith({ ledger: remembered('one') });
    for (let starts = 0; starts < 2; starts += 1) {
      const { archive } = await startIn(folder);
      expect(archive.savedWatches.get('acme')?.ledger.told).toEqual(['one']);
      expect(readdirSync(folder).toSorted()).toEqual(['portals.json', 'settings.json']);
    }
  });

  test('goes when there is one of the new name, which is read', async () => {
    const folder = folderWith({ ledger: remembered('old'), portals: remembered('new') });
    const { archive } = await startIn(folder);
    expect(archive.savedWatches.get('acme')?.ledger.told).toEqual(['new']);
    expect(readdirSync(folder).toSorted()).toEqual(['portals.json', 'settings.json']);
  });

  test('that is damaged is set aside with the first change', async () => {
    const folder = folderWith({ ledger: '{"portals":' });
    const { archive, watches } = await startIn(folder);
    expect(archive.problems.portals).toBe('damaged');
    watches.save('acme', memoryOf(acme, ['one']));
    expect(readFileSync(join(folder, asideName('portals', start)), 'utf8')).toBe('{"portals":');
    expect((await startIn(folder)).archive.savedWatches.get('acme')?.ledger.told).toEqual(['one']);
  });

  test('is read where it is when the folder cannot be written', async () => {
    const folder = folderWith({ ledger: remembered('one') });
    chmodSync(folder, 0o555);
    const { savedWatches } = asOrdinaryUser(() => readSaved(folder));
    expect(savedWatches.get('acme')?.ledger.told).toEqual(['one']);
    expect(readdirSync(folder)).toContain('ledger.json');
  });
});
