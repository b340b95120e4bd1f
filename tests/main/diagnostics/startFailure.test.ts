import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tellStartFailure } from '../../../src/main/diagnostics/startFailure.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';

function places() {
  const written: string[] = [];
  const shown: string[][] = [];
  return {
    written,
    shown,
    write: (text: string) => void written.push(text),
    showErrorBox: (...box: string[]) => void shown.push(box),
  };
}

test('a start that fails is logged, said in the terminal and shown', () => {
  const folder = temporaryFolder();
  const told = places();
  const error = new RangeError('Invalid time zone specified: Etc/Unknown');
  tellStartFailure(error, folder, told);
  const log = readFileSync(join(folder, 'logs', 'keepwatch.log'), 'utf8');
  expect(log).toMatch(/^\d{4}-\d\d-\d\dT.*Z error cannot start: RangeError: Invalid time zone/);
  expect(told.written).toEqual([log]);
  expect(told.shown).toEqual([['Keepwatch cannot start', error.stack]]);
  expect(statSync(join(folder, 'logs', 'keepwatch.log')).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'logs')).mode & 0o777).toBe(0o700);
});

test('no key is in it', () => {
  const folder = temporaryFolder();
  const told = places();
  tellStartFailure(`bad key sk-${'a1'.repeat(32)}`, folder, told);
  expect(JSON.stringify(told)).not.toContain('a1a1');
  expect(readFileSync(join(folder, 'logs', 'keepwatch.log'), 'utf8')).not.toContain('a1a1');
});

test('where it cannot be logged or written it is shown all the same', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'logs'), 'a file in the way');
  chmodSync(join(folder, 'logs'), 0o400);
  const told = places();
  const write = (): never => {
    throw new Error('EPIPE');
  };
  tellStartFailure(new Error('broken'), folder, { ...told, write });
  expect(told.shown).toHaveLength(1);
  const refusing = { write: told.write, showErrorBox: write };
  expect(() => tellStartFailure('no display', folder, refusing)).not.toThrow();
  expect(told.written).toHaveLength(1);
});
