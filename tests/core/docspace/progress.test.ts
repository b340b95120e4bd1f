import { describe, expect, test } from 'vitest';
import { parseProgress } from '../../../src/core/docspace/progress.ts';
import { requestFor } from '../../../src/core/docspace/question.ts';
import { link, start } from '../../support/given.ts';
import { wireJob, wrapped } from './answers.ts';

function read(job?: unknown) {
  return parseProgress(wrapped(job), start);
}

describe('the question for the progress', () => {
  test('sends `Dump` for the whole server only: portals in the cloud answer 403 to it', () => {
    expect(requestFor({ ask: 'progress', scope: 'portal' }).path).toBe('/api/2.0/backup/getbackupprogress');
    expect(requestFor({ ask: 'progress', scope: 'server' }).path).toBe(
      '/api/2.0/backup/getbackupprogress?Dump=true',
    );
    expect(requestFor({ ask: 'progress', scope: 'portal' })).toMatchObject({ withKey: true, limit: 65_536 });
  });
});

describe('the progress', () => {
  test('no response means that no job is known', () => {
    expect(read()).toEqual({ ok: true, value: { job: null } });
    expect(read(null)).toEqual({ ok: true, value: { job: null } });
  });

  test('a job of the newest server is read whole', () => {
    const job = wireJob({ warning: 'w', error: 'e', link, taskId: 'ABC-1' });
    expect(read(job)).toEqual({
      ok: true,
      value: {
        job: {
          task: 'abc-1',
          percent: 42,
          completed: false,
          error: 'e',
          warning: 'w',
          link,
          status: 1,
        },
      },
    });
  });

  test('what older servers leave out is null or empty', () => {
    expect(read({ isCompleted: true, progress: 100 })).toEqual({
      ok: true,
      value: {
        job: { task: null, percent: 100, completed: true, error: '', warning: '', link: '', status: null },
      },
    });
  });

  test.each([
    [-3, 0],
    [-0.5, 0],
    [0, 0],
    [41.9, 41],
    [100, 100],
    [101, 100],
    [1e308, 100],
  ])('a percentage of %d is %d', (progress, percent) => {
    expect(read(wireJob({ progress }))).toMatchObject({ value: { job: { percent } } });
  });

  test.each([
    [0, 0],
    [3, 3],
    [9, 9],
    ['Created', 0],
    ['Running', 1],
    ['Completed', 2],
    ['Canceled', 3],
    ['Failted', 4],
    ['Failed', 4],
    ['Paused', null],
    ['constructor', null],
    ['__proto__', null],
    [null, null],
  ])('a status of %j is %j', (status, number) => {
    expect(read(wireJob({ status }))).toMatchObject({ value: { job: { status: number } } });
  });

  test.each([
    [0, true],
    ['Backup', true],
    [17, true],
    [null, true],
    [undefined, true],
    [1, false],
    [2, false],
    ['Restore', false],
    ['Transfer', false],
  ])('a job of kind %j is a backup: %s', (backupProgressEnum, backup) => {
    const value = backup ? { job: { percent: 42 } } : { job: null };
    expect(read(wireJob({ backupProgressEnum }))).toMatchObject({ ok: true, value });
  });

  test.each([
    ['one that is empty is none', '', ''],
    ['one that is absent is none', undefined, ''],
    ['it becomes one harmless line', 'Line 1\r\n\tLine 2\u202E\u0000', 'Line 1 Line 2'],
    ['one without a letter to show is still one', '\u0000\u202E ', '…'],
    ['a long one is cut', 'x'.repeat(2_000_000), `${'x'.repeat(499)}…`],
    ['half a character is replaced', 'a\uD800b', 'a\uFFFDb'],
  ])('the server’s sentence: %s', (_what, sentence, shown) => {
    expect(read(wireJob({ error: sentence }))).toMatchObject({ value: { job: { error: shown } } });
    expect(read(wireJob({ warning: sentence }))).toMatchObject({ value: { job: { warning: shown } } });
  });

  test('a link that is repeated in a sentence is not in that sentence', () => {
    const job = wireJob({ error: 'Upload to https://s3.example/b/acme?X-Amz-Signature=abc failed', link });
    expect(read(job)).toMatchObject({
      value: { job: { error: 'Upload to https://s3.example/… failed', link } },
    });
  });

  test('a link of white space is none', () => {
    expect(read(wireJob({ link: ' \n' }))).toMatchObject({ value: { job: { link: '' } } });
  });

  test('an empty task is none, and a task of any length stays short', () => {
    expect(read(wireJob({ taskId: '' }))).toMatchObject({ value: { job: { task: null } } });
    expect(read(wireJob({ taskId: 'X'.repeat(1000) }))).toMatchObject({
      value: { job: { task: 'x'.repeat(64) } },
    });
  });

  test.each([
    ['a text', 'running'],
    ['a list', [wireJob()]],
    ['an empty object', {}],
    ['no percentage', { isCompleted: false }],
    ['a percentage in words', wireJob({ progress: '42' })],
    ['a percentage without end', JSON.parse('{"isCompleted":false,"progress":1e999}')],
    ['a completion in words', wireJob({ isCompleted: 'true' })],
    ['an error that is an object', wireJob({ error: { message: 'x' } })],
    ['a link that is a list', wireJob({ link: [link] })],
    ['a task that is a number', wireJob({ taskId: 7 })],
    ['a status that is an object', wireJob({ status: {} })],
  ])('what has no such shape is unreadable, not guessed at: %s', (_what, job) => {
    expect(read(job)).toEqual({
      ok: false,
      reason: { kind: 'unreadable', detail: 'getbackupprogress', retryAt: null },
    });
  });
});
