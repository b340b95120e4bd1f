import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRunFiles } from '../../../src/main/storage/runFiles.ts';
import { runOf } from '../../support/core/runs.ts';
import { start } from '../../support/given.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';

/** The one file of a folder with runs. */
function fileIn(folder: string): string {
  const [name = '', ...others] = readdirSync(join(folder, 'runs'));
  expect(others).toEqual([]);
  return join(folder, 'runs', name);
}

const modeOf = (file: string): number => statSync(file).mode & 0o777;

describe('the runs of a portal', () => {
  test('are read again as they were, by the next start too', () => {
    const folder = temporaryFolder();
    const files = createRunFiles(folder, start);
    expect(files.read('acme')).toEqual([]);
    files.record('acme', [runOf('a')]);
    files.record('acme', [runOf('b')]);
    expect(createRunFiles(folder, start).read('acme')).toEqual([runOf('a'), runOf('b')]);
  });

  test('are in one file, its user’s alone, whatever the portal’s id', () => {
    const folder = temporaryFolder();
    createRunFiles(folder, start).record('../../A\u0000\uD800', [runOf('a')]);
    expect([modeOf(join(folder, 'runs')), modeOf(fileIn(folder))]).toEqual([0o700, 0o600]);
  });

  test('are not written when nothing new is known', () => {
    const folder = temporaryFolder();
    const files = createRunFiles(folder, start);
    files.record('acme', [runOf('a')]);
    const { ino } = statSync(fileIn(folder));
    files.record('acme', [runOf('a')]);
    expect(statSync(fileIn(folder)).ino).toBe(ino);
  });

  test('go with the portal, and with no other', () => {
    const folder = temporaryFolder();
    const files = createRunFiles(folder, start);
    files.record('acme', [runOf('a')]);
    files.record('globex', [runOf('b')]);
    files.forget('acme');
    files.forget('nobody');
    expect(files.read('acme')).toEqual([]);
    expect(JSON.parse(readFileSync(fileIn(folder), 'utf8'))).toMatchObject({ runs: [{ id: 'b' }] });
  });
});

describe('a file of runs', () => {
  test.each([
    ['damaged', '{"version":1,"runs":['],
    ['of a newer version', '{"version":2,"runs":[]}'],
  ])('that is %s is kept under another name', (_what, content) => {
    const folder = temporaryFolder();
    const files = createRunFiles(folder, start);
    files.record('acme', [runOf('a')]);
    const file = fileIn(folder);
    writeFileSync(file, content);
    expect(files.read('acme')).toEqual([]);
    files.record('acme', [runOf('b')]);
    expect(files.read('acme')).toEqual([runOf('b')]);
    const aside = readdirSync(join(folder, 'runs')).find((name) => name.includes('set-aside'));
    expect(readFileSync(join(folder, 'runs', String(aside)), 'utf8')).toBe(content);
  });

  test('that cannot be written is as it was, and what was to be put into it goes along the next time', () => {
    const folder = temporaryFolder();
    const files = createRunFiles(folder, start);
    files.record('acme', [runOf('a')]);
    const next = fileIn(folder).replace('.json', '.next.json');
    mkdirSync(join(next, 'in the way'), { recursive: true });
    files.record('acme', [runOf('b')]);
    expect(createRunFiles(folder, start).read('acme')).toEqual([runOf('a')]);
    expect(files.read('acme')).toEqual([runOf('a'), runOf('b')]);
  });

  test('of a portal that is gone owes nothing', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'runs'), 'no folder');
    const files = createRunFiles(folder, start);
    files.record('acme', [runOf('a')]);
    expect(files.read('acme')).toEqual([runOf('a')]);
    files.forget('acme');
    expect(files.read('acme')).toEqual([]);
    expect(existsSync(join(folder, 'runs'))).toBe(true);
  });
});
