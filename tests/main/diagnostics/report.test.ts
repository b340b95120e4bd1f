import { chmodSync, closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { createDiagnostics, describeMachine } from '../../../src/main/diagnostics/report.ts';
import { openLog } from '../../../src/main/diagnostics/log.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';

const now = (): number => Date.parse('2026-11-23T16:02:00Z');

test('what is to be mailed lies where its user wanted it, for its user alone', async () => {
  const folder = temporaryFolder();
  const refusals: string[] = [];
  const save = createDiagnostics({
    askPlace: async (suggested) => join(folder, suggested),
    text: () => 'all of it',
    refused: () => refusals.push('refused'),
    now,
  });
  await save();
  const file = join(folder, 'keepwatch-diagnostics-2026-11-23.txt');
  expect(readFileSync(file, 'utf8')).toBe('all of it');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(refusals).toEqual([]);
});

test('a file that others could read is replaced by one that they cannot', async () => {
  const place = join(temporaryFolder(), 'old.txt');
  writeFileSync(place, 'old', { mode: 0o644 });
  chmodSync(place, 0o644);
  const reader = openSync(place, 'r');
  await createDiagnostics({
    askPlace: async () => place,
    text: () => 'new',
    refused: () => undefined,
    now,
  })();
  expect(readFileSync(place, 'utf8')).toBe('new');
  expect(statSync(place).mode & 0o777).toBe(0o600);
  expect(readFileSync(reader, 'utf8')).toBe('old');
  closeSync(reader);
});

test('nowhere is no file; a place that cannot be written to is told, and the next attempt is a new one', async () => {
  const folder = temporaryFolder();
  const refusals: string[] = [];
  const places = [null, join(folder, 'no such folder', 'file.txt'), join(folder, 'file.txt')];
  const save = createDiagnostics({
    askPlace: async () => places.shift() ?? null,
    text: () => 'all of it',
    refused: () => refusals.push('refused'),
    now,
  });
  await save();
  expect(refusals).toEqual([]);
  await save();
  expect(refusals).toEqual(['refused']);
  await save();
  expect(existsSync(join(folder, 'file.txt'))).toBe(true);
});

test('asking once more while the question is open asks nothing', async () => {
  const asked: string[] = [];
  let answer = (_place: string | null): void => undefined;
  const save = createDiagnostics({
    askPlace: async (suggested) => {
      asked.push(basename(suggested));
      return new Promise((resolve) => (answer = resolve));
    },
    text: () => '',
    refused: () => undefined,
    now,
  });
  const first = save();
  await save();
  expect(asked).toHaveLength(1);
  answer(null);
  await first;
});

test('the log is read back whole: what was set aside first', () => {
  const folder = temporaryFolder();
  const log = openLog(folder, () => [], 1000);
  expect(log.read()).toBe('');
  for (let line = 0; line < 40; line++) log.info(`line ${line}.`);
  const text = log.read();
  expect(text).toMatch(/line 39\.\n$/);
  const lines = text.split('\n').map((line) => Number(/line (\d+)\./.exec(line)?.[1] ?? 40));
  expect(lines).toEqual(lines.toSorted((one, other) => one - other));
  expect(existsSync(join(folder, 'keepwatch.old.log'))).toBe(true);
});

test('a machine is described, not named', () => {
  const described = JSON.stringify(describeMachine(process));
  expect(described).toContain(process.versions.node);
  for (const name of [process.env['USER'] ?? 'root', process.env['HOSTNAME'] ?? 'localhost'])
    expect(described).not.toContain(name);
});
