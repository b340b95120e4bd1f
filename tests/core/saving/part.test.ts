import { describe, expect, test } from 'vitest';
import { isPartOf, parsePartRecord, remainderOf } from '../../../src/core/saving/part.ts';

const name = 'acme.tar.gz';

describe('what is still to be had', () => {
  test.each([
    [{ validator: '"v1"', size: 10 }, 0, 'all'],
    [{ validator: '"v1"', size: 10 }, 4, 'rest'],
    [{ validator: '"v1"', size: null }, 4, 'rest'],
    [{ validator: null, size: 10 }, 4, 'rest'],
    [{ validator: null, size: null }, 4, 'all'],
    [{ validator: null, size: 10 }, 10, 'nothing'],
    [{ validator: '"v1"', size: 10 }, 11, 'all'],
  ])('of %j after %i bytes: %s', (file, length, ask) => {
    expect(remainderOf({ file, length, name })).toMatchObject({ ask });
  });

  test('of a tar that is not packed all, where nothing names its version', () => {
    expect(remainderOf({ file: { validator: null, size: 10 }, length: 4, name: 'acme.tar' })).toEqual({
      ask: 'all',
    });
  });
});

describe('what is noted of a part', () => {
  const record = {
    portal: 'acme',
    backup: { scope: 'portal', job: 'task-1' },
    file: { validator: null, size: 10 },
  } as const;

  test('is read again', () => {
    expect(parsePartRecord(JSON.stringify(record))).toEqual(record);
  });

  test.each(['', '{}', 'null', '{"portal":1}', JSON.stringify({ ...record, link: 'https://…' })])(
    '%j is nobody’s',
    (text) => {
      expect(parsePartRecord(text)).toBeNull();
    },
  );

  test('says whose it is', () => {
    expect(isPartOf(record, 'acme', { scope: 'portal', job: 'task-1' })).toBe(true);
    expect(isPartOf(record, 'other', { scope: 'portal', job: 'task-1' })).toBe(false);
    expect(isPartOf(record, 'acme', { scope: 'server', job: 'task-1' })).toBe(false);
    expect(isPartOf(record, 'acme', { scope: 'portal', job: 'task-2' })).toBe(false);
  });
});
