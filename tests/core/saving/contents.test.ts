import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countMissing, listsMissing, nothingRead, withEntry } from '../../../src/core/saving/contents.ts';
import { failureOfDisk } from '../../../src/core/saving/diskFailure.ts';

describe('an entry of an archive', () => {
  test.each([
    ['databases/core/core_user', true, false],
    ['/databases/scheme/core_user', true, false],
    ['./databases/data/core_user', true, false],
    ['\\databases\\data\\core_user', true, false],
    ['storage/restore_info', false, true],
    ['files/databases/a', false, false],
    ['databases', false, false],
    ['dump', false, false],
  ])('%j: of the databases %j, of the storage %j', (name, databases, storage) => {
    const entry = { name, size: 5, isFile: true };
    expect(withEntry(nothingRead, entry)).toEqual({ files: 1, bytes: 5, databases, storage, missing: 0 });
  });

  test('that is no file counts for nothing', () => {
    expect(withEntry(nothingRead, { name: 'databases/', size: 0, isFile: false })).toBe(nothingRead);
    expect(listsMissing({ name: 'storage/missing_info', size: 0, isFile: false })).toBe(false);
  });
});

test('the missing files are counted, wherever their list is cut', () => {
  const list =
    '<storage_missing><file><path>&lt;file&gt;</path></file>\n<file /><filed/><file><error/></file></storage_missing>';
  fc.assert(
    fc.property(fc.array(fc.nat(list.length)), (cuts) => {
      const places = [0, ...cuts.toSorted((one, other) => one - other), list.length];
      const pieces = places.slice(1).map((end, index) => list.slice(places[index], end));
      expect(pieces.reduce(countMissing, { missing: 0, rest: '' }).missing).toBe(3);
    }),
  );
});

test.each([
  ['ENOENT', 'missing'],
  ['ESTALE', 'missing'],
  ['EACCES', 'forbidden'],
  ['EROFS', 'forbidden'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EIO', 'unwritable'],
  ['EFBIG', 'unwritable'],
])('a disk that says %s: %s', (code, why) => {
  expect(failureOfDisk(code)).toEqual({ of: 'folder', why });
});
