import { chmodSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { prepareUserData } from '../../../src/main/storage/userDataFolder.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';
import { asOrdinaryUser } from './folders.ts';

/** Prepares the folders for an application whose data folder is that one. */
function prepare(folder: string, env: NodeJS.ProcessEnv) {
  let ofChromium = folder;
  const app = { getPath: () => folder, setPath: (_name: 'userData', other: string) => (ofChromium = other) };
  return { own: prepareUserData(app, env), ofChromium };
}

/** A folder that cannot be made, whoever tries. */
function impossible(): string {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  return join(file, 'Keepwatch');
}

test('Chromium’s files are beside Keepwatch’s own, in a folder that is its user’s alone', () => {
  const folder = join(temporaryFolder(), 'Keepwatch');
  expect(prepare(folder, {})).toEqual({ own: folder, ofChromium: folder });
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('where that folder cannot be written Chromium’s files last as long as the session, for every launch alike', () => {
  const folder = impossible();
  const runtime = temporaryFolder();
  for (let launch = 0; launch < 2; launch++) {
    expect(prepare(folder, { XDG_RUNTIME_DIR: runtime })).toEqual({
      own: folder,
      ofChromium: join(runtime, 'keepwatch'),
    });
  }
});

test('one that is there and may only be read cannot be written', () => {
  const folder = join(temporaryFolder(), 'Keepwatch');
  const runtime = temporaryFolder();
  mkdirSync(folder);
  chmodSync(folder, 0o555);
  chmodSync(runtime, 0o777);
  const { own, ofChromium } = asOrdinaryUser(() => prepare(folder, { XDG_RUNTIME_DIR: runtime }));
  expect([own, ofChromium]).toEqual([folder, join(runtime, 'keepwatch')]);
});

test('without a folder of the session each launch has one of its own', () => {
  for (const env of [{}, { XDG_RUNTIME_DIR: impossible() }]) {
    const { ofChromium } = prepare(impossible(), env);
    onTestFinished(() => rmSync(ofChromium, { recursive: true }));
    expect(ofChromium.startsWith(join(tmpdir(), 'keepwatch-'))).toBe(true);
    expect(existsSync(ofChromium) && statSync(ofChromium).mode & 0o777).toBe(0o700);
  }
});
