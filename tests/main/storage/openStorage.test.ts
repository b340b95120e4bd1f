import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anything, assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialState, settingsOf, type State } from '../../../src/core/state.ts';
import { parseSaved } from '../../../src/main/storage/saved.ts';
import { asideName, readJsonFile } from '../../../src/main/storage/jsonFile.ts';
import { createWatchesFile } from '../../../src/main/storage/openStorage.ts';
import { acme, application, globex, half, start, stateOf } from '../../support/given.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';
import { keyOf } from '../../support/keyOf.ts';
import { memoryOf, put, settings, startIn } from './folders.ts';
import { keepKey } from './vaults.ts';

function names({ watches }: State): string[] {
  return watches.map(({ portal }) => portal.name);
}

describe('settings', () => {
  test('are there again after a start', async () => {
    const folder = temporaryFolder();
    const first = await startIn(folder);
    expect([first.archive.problems.settings, names(first.state)]).toEqual([null, []]);
    first.saveSettings(settingsOf(stateOf([acme, globex])));
    expect(names((await startIn(folder)).state)).toEqual(['Acme', 'Globex']);
  });

  test('that are damaged are used as far as they can be read, and kept as they were', async () => {
    const folder = temporaryFolder();
    const damaged = JSON.stringify(settings([acme, { ...globex, origin: 'gopher://x' }]));
    put(folder, 'settings', damaged);
    const { archive, state, saveSettings } = await startIn(folder);
    expect([archive.problems.settings, names(state)]).toEqual(['damaged', ['Acme']]);
    expect(saveSettings(settingsOf(state))).toBe(true);
    expect(readFileSync(join(folder, asideName('settings', start)), 'utf8')).toBe(damaged);
    expect([(await startIn(folder)).archive.problems.settings, names((await startIn(folder)).state)]).toEqual(
      [null, ['Acme']],
    );
  });

  test('of a newer Keepwatch are used as far as they are understood, and kept as they were', async () => {
    const folder = temporaryFolder();
    const newer = { ...settings([acme]), version: 2, wings: true };
    put(folder, 'settings', newer);
    const { archive, state, saveSettings } = await startIn(folder);
    expect([archive.problems.settings, names(state)]).toEqual(['newer', ['Acme']]);
    saveSettings(settingsOf(state));
    expect(JSON.parse(readFileSync(join(folder, asideName('settings', start)), 'utf8'))).toEqual(newer);
  });

  test('that are no JSON are kept as they were', async () => {
    const folder = temporaryFolder();
    put(folder, 'settings', '{"version":1,"portals":[{"id"');
    const { archive, saveSettings } = await startIn(folder);
    expect(archive.problems.settings).toBe('damaged');
    saveSettings(settingsOf(stateOf([acme])));
    expect(readdirSync(folder)).toContain(asideName('settings', start));
    expect(names((await startIn(folder)).state)).toEqual(['Acme']);
  });
});

describe('what is remembered of portals', () => {
  test('is there again after a start', async () => {
    const folder = temporaryFolder();
    put(folder, 'settings', settings([acme, globex]));
    const { watches } = await startIn(folder);
    expect(watches.save('acme', memoryOf(acme, ['one']))).toBe(true);
    expect(watches.save('globex', memoryOf(globex, ['two']))).toBe(true);
    const { savedWatches } = (await startIn(folder)).archive;
    expect(
      [...savedWatches].map(
        ([
          id,
          {
            ledger: { told },
          },
        ]) => [id, told],
      ),
    ).toEqual([
      ['acme', ['one']],
      ['globex', ['two']],
    ]);
  });

  test('goes with the portal', async () => {
    const folder = temporaryFolder();
    put(folder, 'settings', settings([acme, globex]));
    const { watches } = await startIn(folder);
    watches.save('acme', memoryOf(acme, ['one']));
    watches.save('globex', memoryOf(globex, ['two']));
    expect(watches.forget('acme')).toBe(true);
    expect(JSON.stringify(readJsonFile(folder, 'portals'))).not.toContain('"one"');
    expect(watches.forget('nobody')).toBe(true);
  });

  test('of portals that are not watched is left out', async () => {
    const folder = temporaryFolder();
    put(folder, 'settings', settings([acme]));
    put(folder, 'portals', { portals: { acme: memoryOf(acme, ['one']), gone: memoryOf(globex, ['two']) } });
    const { archive, watches } = await startIn(folder);
    expect([[...archive.savedWatches.keys()], archive.problems.portals]).toEqual([['acme'], null]);
    watches.save('acme', memoryOf(acme, ['three']));
    expect(JSON.stringify(readJsonFile(folder, 'portals'))).not.toContain('two');
  });

  test.each([
    ['no JSON', '{"portals":'],
    ['of another kind', { portals: { acme: { jobs: 7 } } }],
  ])('that is %s is set aside with the first change, and the watching goes on', async (_what, content) => {
    const folder = temporaryFolder();
    put(folder, 'settings', settings([acme]));
    put(folder, 'portals', content);
    const before = readFileSync(join(folder, 'portals.json'), 'utf8');
    const { archive, watches } = await startIn(folder);
    expect([archive.savedWatches.size, archive.problems.portals]).toEqual([0, 'damaged']);
    watches.save('acme', memoryOf(acme, ['one']));
    expect(readFileSync(join(folder, asideName('portals', start)), 'utf8')).toBe(before);
    expect((await startIn(folder)).archive.savedWatches.get('acme')?.ledger.told).toEqual(['one']);
  });

  test('that could not be saved goes along the next time', () => {
    const written: unknown[] = [];
    let full = true;
    const watches = createWatchesFile(new Map(), (content) => {
      if (!full) written.push(Object.keys(Object(content['portals'])));
      return !full;
    });
    expect(watches.save('acme', memoryOf(acme, ['one']))).toBe(false);
    full = false;
    expect(watches.save('globex', memoryOf(globex, ['two']))).toBe(true);
    expect(written).toEqual([['acme', 'globex']]);
  });
});

test('whatever the files hold, Keepwatch starts', () => {
  assert(
    property(anything(), anything(), (settingsFile, portalsFile) => {
      const { settings, savedWatches } = parseSaved(settingsFile, portalsFile);
      expect(initialState(settings, savedWatches, application, start, half).watches.length).toBe(
        settings.portals.length,
      );
    }),
  );
});

describe('keys', () => {
  const key = keyOf('sk-0123456789abcdef');

  /** A folder in which the keys of two portals are sealed. */
  async function sealedFolder(): Promise<string> {
    const folder = temporaryFolder();
    put(folder, 'settings', settings([acme, globex]));
    const { vault } = await startIn(folder);
    await vault.keyringChanged(true, [acme, globex]);
    await keepKey(vault, acme, key);
    await keepKey(vault, globex, key);
    return folder;
  }

  function sealed(folder: string): string[] {
    return Object.keys(Object(Object(readJsonFile(folder, 'keys')).keys));
  }

  test('are nowhere in clear', async () => {
    const folder = await sealedFolder();
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name), 'latin1')).not.toContain(key.text);
  });

  test('of a portal that was removed as Keepwatch was killed are removed at the next start', async () => {
    const folder = await sealedFolder();
    put(folder, 'settings', settings([globex]));
    await startIn(folder);
    expect(sealed(folder)).toEqual(['globex']);
  });

  test('stay when the settings are damaged: their portals may come back', async () => {
    const folder = await sealedFolder();
    put(folder, 'settings', 'damaged');
    await startIn(folder);
    expect(sealed(folder)).toEqual(['acme', 'globex']);
  });

  test('in a file that is no JSON are missing, and the file is set aside with the first new one', async () => {
    const folder = await sealedFolder();
    put(folder, 'keys', '{"keys":{"acme":');
    const { vault } = await startIn(folder);
    expect(vault.keyStatus('acme')).toBe('missing');
    await vault.keyringChanged(true, [acme, globex]);
    await keepKey(vault, acme, key);
    expect(readFileSync(join(folder, asideName('keys', start)), 'utf8')).toBe('{"keys":{"acme":');
    expect(sealed(folder)).toEqual(['acme']);
  });
});
