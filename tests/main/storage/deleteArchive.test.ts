import { existsSync, lstatSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deleteArchive } from '../../../src/main/storage/deleteArchive.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';

const sha256 = 'ab'.repeat(32);

/** A folder with an archive of twelve bytes in it, and its sum. */
function withArchive() {
  const folder = temporaryFolder();
  const file = join(folder, 'acme.tar.gz');
  writeFileSync(file, 'x'.repeat(12));
  writeFileSync(`${file}.sha256`, `${sha256}  acme.tar.gz\n`);
  return { folder, file, archive: { file, bytes: 12, sha256 } };
}

describe('an archive that is not to be kept', () => {
  test('is deleted, with the sum beside it and nothing else', async () => {
    const { folder, file, archive } = withArchive();
    const other = join(folder, 'other.tar.gz');
    writeFileSync(other, 'x'.repeat(12));
    expect(await deleteArchive(folder, archive)).toBe(true);
    expect([existsSync(file), existsSync(`${file}.sha256`), existsSync(other)]).toEqual([false, false, true]);
  });

  test('has no sum that is somebody else’s', async () => {
    const { folder, file, archive } = withArchive();
    writeFileSync(`${file}.sha256`, 'my notes');
    expect(await deleteArchive(folder, archive)).toBe(true);
    expect([existsSync(file), existsSync(`${file}.sha256`)]).toEqual([false, true]);
  });

  test('that is gone is gone', async () => {
    const { folder } = withArchive();
    expect(await deleteArchive(folder, { file: join(folder, 'gone'), bytes: 12, sha256 })).toBe(true);
  });

  test.each([
    ['has another size', (file: string) => writeFileSync(file, 'changed')],
    ['is elsewhere', () => undefined],
  ])('that %s is left alone, and not asked for again', async (what, change) => {
    const { folder, file, archive } = withArchive();
    change(file);
    const where = what === 'is elsewhere' ? temporaryFolder() : folder;
    expect(await deleteArchive(where, archive)).toBe(true);
    expect(existsSync(file)).toBe(true);
  });

  test.each(['..', 'below'])('that lies in the folder’s %s is left alone', async (where) => {
    const outer = temporaryFolder();
    const folder = join(outer, 'folder');
    mkdirSync(join(folder, 'below'), { recursive: true });
    const file = join(folder, where, 'acme.tar.gz');
    writeFileSync(file, 'x'.repeat(12));
    for (const named of [file, `${folder}/${where}/acme.tar.gz`]) {
      expect(await deleteArchive(folder, { file: named, bytes: 12, sha256 })).toBe(true);
    }
    expect(existsSync(file)).toBe(true);
  });

  test('by whose name a link, or a folder, stands there is left alone', async () => {
    const { folder, file } = withArchive();
    const [other, below] = [join(folder, 'link.tar.gz'), join(folder, 'folder.tar.gz')];
    symlinkSync(file, other);
    mkdirSync(below);
    for (const named of [other, below]) {
      const bytes = lstatSync(named).size;
      expect(await deleteArchive(folder, { file: named, bytes, sha256 })).toBe(true);
      expect(existsSync(named)).toBe(true);
    }
  });

  test('that cannot be looked at now is asked for again', async () => {
    const { folder } = withArchive();
    const file = join(folder, 'x'.repeat(300));
    expect(await deleteArchive(folder, { file, bytes: 12, sha256 })).toBe(false);
  });
});
