import './withoutElectron.ts';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { anything, assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SavedWatch, toSaved } from '../../../src/core/watch/savedWatch.ts';
import type { Portal } from '../../../src/core/portal.ts';
import { initialState, settingsOf, type State } from '../../../src/core/state.ts';
import { newWatch } from '../../../src/core/watch/watch.ts';
import { parseSaved, setAsideOf } from '../../../src/main/storage/saved.ts';
import { asideName, readJsonFile } from '../../../src/main/storage/jsonFile.ts';
import { openStorage } from '../../../src/main/storage/openStorage.ts';
import { openLedgerFile } from '../../../src/main/storage/ledgerFile.ts';
import { acme, application, globex, half, start, stateOf } from '../../support/given.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { keyOf } from '../../support/keyOf.ts';
import { sealerOf } from './sealers.ts';

const settings = (portals: Portal[]): object => ({ version: 1, portals, theme: 'dark' });

function memoryOf(portal: Portal, told: string[]): SavedWatch {
  return { ...toSaved(newWatch(portal, start, half)), ledger: { pending: [], told } };
}

/** Reads a folder as the application does at its start, and opens it for writing. */
function startIn(folder: string) {
  const archive = parseSaved(readJsonFile(folder, 'settings'), readJsonFile(folder, 'ledger'));
  const setAside = setAsideOf(archive, start);
  const state = initialState(
    archive.settings,
    archive.savedWatches,
    { ...application, setAside },
    start,
    half,
  );
  return { archive, state, ...openStorage(folder, archive, state, sealerOf(), start) };
}

function put(folder: string, name: string, content: unknown): void {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  writeFileSync(join(folder, `${name}.json`), text);
}

function names({ watches }: State): string[] {
  return watches.map(({ portal }) => portal.name);
}

describe('settings', () => {
  test('are there again after a start', () => {
    const folder = temporaryFolder();
    const first = startIn(folder);
    expect([first.archive.problems.settings, names(first.state)]).toEqual([null, []]);
    first.saveSettings(settingsOf(stateOf([acme, globex])));
    expect(names(startIn(folder).state)).toEqual(['Acme', 'Globex']);
  });

  test('that are damaged are used as far as they can be read, and kept as they were', () => {
    const folder = temporaryFolder();
    const damaged = JSON.stringify(settings([acme, { ...globex, origin: 'gopher://x' }]));
    put(folder, 'settings', damaged);
    const { archive, state, saveSettings } = startIn(folder);
    expect([archive.problems.settings, names(state)]).toEqual(['damaged', ['Acme']]);
    expect(saveSettings(settingsOf(state))).toBe(true);
    expect(readFileSync(join(folder, asideName('settings', start)), 'utf8')).toBe(damaged);
    expect([startIn(folder).archive.problems.settings, names(startIn(folder).state)]).toEqual([
      null,
      ['Acme'],
    ]);
  });

  test('of a newer Keepwatch are used as far as they are understood, and kept as they were', () => {
    const folder = temporaryFolder();
    const newer = { ...settings([acme]), version: 2, wings: true };
    put(folder, 'settings', newer);
    const { archive, state, saveSettings } = startIn(folder);
    expect([archive.problems.settings, names(state)]).toEqual(['newer', ['Acme']]);
    saveSettings(settingsOf(state));
    expect(JSON.parse(readFileSync(join(folder, asideName('settings', start)), 'utf8'))).toEqual(newer);
  });

  test('that are no JSON are kept as they were', () => {
    const folder = temporaryFolder();
    put(folder, 'settings', '{"version":1,"portals":[{"id"');
    const { archive, saveSettings } = startIn(folder);
    expect(archive.problems.settings).toBe('damaged');
    saveSettings(settingsOf(stateOf([acme])));
    expect(readdirSync(folder)).toContain(asideName('settings', start));
    expect(names(startIn(folder).state)).toEqual(['Acme']);
  });
});

describe('what is remembered of portals', () => {
  test('is there again after a start', () => {
    const folder = temporaryFolder();
    put(folder, 'settings', settings([acme, globex]));
    const { ledger } = startIn(folder);
    expect(ledger.save('acme', memoryOf(acme, ['one']))).toBe(true);
    expect(ledger.save('globex', memoryOf(globex, ['two']))).toBe(true);
    const { savedWatches } = startIn(folder).archive;
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

  test('goes with the portal', () => {
    const folder = temporaryFolder();
    put(folder, 'settings', settings([acme, globex]));
    const { ledger } = startIn(folder);
    ledger.save('acme', memoryOf(acme, ['one']));
    ledger.save('globex', memoryOf(globex, ['two']));
    expect(ledger.forget('acme')).toBe(true);
    expect(JSON.stringify(readJsonFile(folder, 'ledger'))).not.toContain('one');
    expect(ledger.forget('nobody')).toBe(true);
  });

  test('of portals that are not watched is left out', () => {
    const folder = temporaryFolder();
    put(folder, 'settings', settings([acme]));
    put(folder, 'ledger', { portals: { acme: memoryOf(acme, ['one']), gone: memoryOf(globex, ['two']) } });
    const { archive, ledger } = startIn(folder);
    expect([[...archive.savedWatches.keys()], archive.problems.ledger]).toEqual([['acme'], null]);
    ledger.save('acme', memoryOf(acme, ['three']));
    expect(JSON.stringify(readJsonFile(folder, 'ledger'))).not.toContain('two');
  });

  test.each([
    ['no JSON', '{"portals":'],
    ['of another kind', { portals: { acme: { jobs: 7 } } }],
  ])('that is %s is set aside with the first change, and the watching goes on', (_what, content) => {
    const folder = temporaryFolder();
    put(folder, 'settings', settings([acme]));
    put(folder, 'ledger', content);
    const before = readFileSync(join(folder, 'ledger.json'), 'utf8');
    const { archive, ledger } = startIn(folder);
    expect([archive.savedWatches.size, archive.problems.ledger]).toEqual([0, 'damaged']);
    ledger.save('acme', memoryOf(acme, ['one']));
    expect(readFileSync(join(folder, asideName('ledger', start)), 'utf8')).toBe(before);
    expect(startIn(folder).archive.savedWatches.get('acme')?.ledger.told).toEqual(['one']);
  });

  test('that could not be saved goes along the next time', () => {
    const written: unknown[] = [];
    let full = true;
    const ledger = openLedgerFile(new Map(), (content) => {
      if (!full) written.push(Object.keys(Object(content['portals'])));
      return !full;
    });
    expect(ledger.save('acme', memoryOf(acme, ['one']))).toBe(false);
    full = false;
    expect(ledger.save('globex', memoryOf(globex, ['two']))).toBe(true);
    expect(written).toEqual([['acme', 'globex']]);
  });
});

test('whatever the files hold, Keepwatch starts', () => {
  assert(
    property(anything(), anything(), (settingsFile, ledgerFile) => {
      const { settings, savedWatches } = parseSaved(settingsFile, ledgerFile);
      expect(initialState(settings, savedWatches, application, start, half).watches.length).toBe(
        settings.portals.length,
      );
    }),
  );
});

describe('keys', () => {
  const key = keyOf('sk-0123456789abcdef');

  /** A folder in which the keys of two portals are sealed. */
  function sealedFolder(): string {
    const folder = temporaryFolder();
    put(folder, 'settings', settings([acme, globex]));
    const { vault } = startIn(folder);
    vault.keyringChanged(true, [acme, globex]);
    vault.keep('acme', acme.origin, key);
    vault.keep('globex', globex.origin, key);
    return folder;
  }

  function sealed(folder: string): string[] {
    return Object.keys(Object(Object(readJsonFile(folder, 'keys')).keys));
  }

  test('are nowhere in clear', () => {
    const folder = sealedFolder();
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name), 'latin1')).not.toContain(key.text);
  });

  test('of a portal that was removed as Keepwatch was killed are removed at the next start', () => {
    const folder = sealedFolder();
    put(folder, 'settings', settings([globex]));
    startIn(folder);
    expect(sealed(folder)).toEqual(['globex']);
  });

  test('stay when the settings are damaged: their portals may come back', () => {
    const folder = sealedFolder();
    put(folder, 'settings', 'damaged');
    startIn(folder);
    expect(sealed(folder)).toEqual(['acme', 'globex']);
  });

  test('in a file that is no JSON are missing, and the file is set aside with the first new one', () => {
    const folder = sealedFolder();
    put(folder, 'keys', '{"keys":{"acme":');
    const { vault } = startIn(folder);
    expect(vault.keyStatus('acme')).toBe('missing');
    vault.keyringChanged(true, [acme, globex]);
    vault.keep('acme', acme.origin, key);
    expect(readFileSync(join(folder, asideName('keys', start)), 'utf8')).toBe('{"keys":{"acme":');
    expect(sealed(folder)).toEqual(['acme']);
  });
});
