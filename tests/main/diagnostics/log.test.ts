import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventEmitter } from 'node:events';
import { describe, expect, test, vi } from 'vitest';
import { describeError, noteCrashes } from '../../../src/main/diagnostics/crashes.ts';
import { openLog } from '../../../src/main/diagnostics/log.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';

function read(folder: string, name = 'keepwatch.log'): string {
  return readFileSync(join(folder, name), 'utf8');
}

describe('the log', () => {
  test('is one line for each thing, with its time, for its user alone', () => {
    const folder = join(temporaryFolder(), 'logs');
    const log = openLog(folder, () => []);
    log.info('started', '1.2.3');
    log.error('window: refused');
    expect(read(folder).split('\n')).toEqual([
      expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} info started 1\.2\.3$/),
      expect.stringMatching(/ error window: refused$/),
      '',
    ]);
    expect(statSync(join(folder, 'keepwatch.log')).mode & 0o777).toBe(0o600);
  });

  test('that others could read is its user’s alone once it is opened', () => {
    const folder = temporaryFolder();
    for (const name of ['keepwatch.log', 'keepwatch.old.log']) {
      writeFileSync(join(folder, name), 'old\n');
      chmodSync(join(folder, name), 0o644);
    }
    openLog(folder, () => []).info('new');
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(read(folder)).toMatch(/^old\n.* new\n$/);
  });

  test('holds no secret: not a key, not a link, not what is known to be one', () => {
    const folder = temporaryFolder();
    const log = openLog(folder, () => ['hunter2-token']);
    log.error(
      'GET https://acme.example/storage/backup/x?auth=S3CR3T&expire=1 failed',
      'Authorization: Bearer sk-0123456789abcdef',
      'with hunter2-token',
    );
    expect(read(folder)).not.toMatch(/S3CR3T|sk-0123|hunter2|storage\/backup/);
    expect(read(folder)).toContain('https://acme.example/[redacted]');
  });

  test('cannot be told lines that nobody wrote', () => {
    const folder = temporaryFolder();
    const log = openLog(folder, () => []);
    log.error('name: Acme\n2026-11-23 16:02:03.000 error forged\r\u2028forged too', '%s %o %c forged');
    expect(
      read(folder)
        .trimEnd()
        .split(/[\n\r\u2028]/),
    ).toHaveLength(1);
  });

  test('never grows beyond two files', () => {
    const folder = temporaryFolder();
    const log = openLog(folder, () => [], 10_000);
    for (let line = 0; line < 1000; line++)
      log.info('a line of some words that say nothing'.padEnd(100, ' .'));
    expect(readdirSync(folder).toSorted()).toEqual(['keepwatch.log', 'keepwatch.old.log']);
    for (const name of readdirSync(folder)) {
      expect(statSync(join(folder, name)).size).toBeLessThan(10_500);
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    }
  });

  test('that cannot be written harms nobody', () => {
    const inTheWay = join(temporaryFolder(), 'logs');
    writeFileSync(inTheWay, 'a file');
    const spoken = vi.spyOn(console, 'error');
    const log = openLog(inTheWay, () => []);
    log.error('not to be read');
    log.info('either');
    expect(spoken).not.toHaveBeenCalled();
    spoken.mockRestore();
    expect(readFileSync(inTheWay, 'utf8')).toBe('a file');
  });

  test('of one folder is not the log of another', () => {
    const [one, other] = [temporaryFolder(), temporaryFolder()];
    openLog(one, () => ['secret-of-one']);
    openLog(other, () => []).info('secret-of-one');
    expect(existsSync(join(one, 'keepwatch.log'))).toBe(false);
    expect(read(other)).toContain('secret-of-one');
  });
});

describe('what nobody caught', () => {
  function crashes() {
    const process = new EventEmitter();
    const app = new EventEmitter();
    const lines: string[] = [];
    noteCrashes(
      { on: (name: string, hear: (thrown: unknown) => void) => process.on(name, hear) },
      { on: (name, hear) => app.on(name, hear) },
      { error: (...parts) => lines.push(parts.join(' ')) },
    );
    return { process, app, lines };
  }

  test('is noted: exceptions, rejections, and helpers that died', () => {
    const { process, app, lines } = crashes();
    process.emit('uncaughtException', new Error('one'));
    process.emit('unhandledRejection', 'two');
    app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed' });
    expect(lines).toEqual([
      expect.stringMatching(/^uncaught: Error: one\n\s+at /),
      'unhandled: two',
      'GPU process gone: crashed',
    ]);
  });

  test('is noted shortly, whatever it is', () => {
    expect(describeError(new Error('x'.repeat(100_000)))).toHaveLength(4000);
    expect(describeError(undefined)).toBe('undefined');
    expect(describeError(Object.assign(new Error('no stack'), { stack: undefined }))).toBe('no stack');
  });
});
