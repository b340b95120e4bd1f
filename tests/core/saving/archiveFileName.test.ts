import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { archiveFileName, candidateName } from '../../../src/core/saving/archiveFileName.ts';

const folder = 'https://acme.onlyoffice.com/storage/backup/root/';

describe('the name of a saved archive', () => {
  test.each([
    ['acme_2026-07-29_03-00-12.tar.gz?expire=1440&auth=1', 'acme_2026-07-29_03-00-12.tar.gz'],
    ['b%C3%BCro.tar.gz', 'büro.tar.gz'],
    ['bu%CC%88ro.tar.gz', 'büro.tar.gz'],
    ['acme.TAR.GZ', 'acme.tar.gz'],
    ['acme.tar', 'acme.tar'],
    ['100%.tar.gz', '100%.tar.gz'],
    ['a%20%20b.tar.gz', 'a b.tar.gz'],
    ['filehandler.ashx?action=download', 'filehandler.ashx.tar.gz'],
    ['keepwatch.desktop', 'keepwatch.desktop.tar.gz'],
    ['', 'backup.tar.gz'],
    ['%20', 'backup.tar.gz'],
    ['.tar.gz', 'backup.tar.gz'],
    ['...tar.gz', 'backup.tar.gz'],
    ['..%2F..%2Fetc%2Fpasswd', '_.._etc_passwd.tar.gz'],
    ['..%5C..%5Cboot.tar.gz', '_.._boot.tar.gz'],
    ['%2Fetc%2Fpasswd.tar.gz', '_etc_passwd.tar.gz'],
    ['C%3A%5Cboot.tar.gz', 'C__boot.tar.gz'],
    ['.hidden.tar.gz', 'hidden.tar.gz'],
    ['--delete.tar.gz', 'delete.tar.gz'],
    ['con.tar.gz', '_con.tar.gz'],
    ['NUL', '_NUL.tar.gz'],
    ['lpt1%20.tar.gz', '_lpt1.tar.gz'],
    ['console.tar.gz', 'console.tar.gz'],
    ['%E2%80%AEzg.rat.exe.tar.gz', 'zg.rat.exe.tar.gz'],
    ['a%00b%0Ac.tar.gz', 'a b c.tar.gz'],
    ['a%20..tar.gz', 'a.tar.gz'],
  ])('of %j is %j', (last, name) => {
    expect(archiveFileName(`${folder}${last}`)).toBe(name);
  });

  test('of what is no address is the usual one', () => {
    expect(archiveFileName('no address')).toBe('backup.tar.gz');
  });

  test('is short, and still ends as an archive', () => {
    const name = archiveFileName(`${folder}${encodeURIComponent('ü'.repeat(500))}.tar.gz`);
    expect(name).toBe(`${'ü'.repeat(71)}.tar.gz`);
  });

  test('of a device of Windows that is too long stays what it is when it is a name again', () => {
    const name = archiveFileName(`${folder}aux.${encodeURIComponent('é'.repeat(200))}`);
    expect(archiveFileName(`${folder}${encodeURIComponent(name)}`)).toBe(name);
  });

  test('is safe in any folder, whatever a server sends', () => {
    const parts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '../',
        '..\\',
        'con',
        'aux.',
        ' ',
        '.',
        '-',
        '\u202E',
        '\uD800',
        'é'.repeat(200),
        '.tar.gz',
      ),
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 6 }), fc.boolean(), (pieces, encoded) => {
        const last = pieces.join('');
        const link = `${folder}${encoded ? encodeURIComponent(last.replace(/\p{Surrogate}/gu, '')) : last}`;
        const name = archiveFileName(link);
        expect(name).toMatch(/[^.]\.(tar\.gz|tgz|tar)$/);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/u);
        expect(name).not.toMatch(/^[.\s-]|^(con|prn|aux|nul|com\d|lpt\d) *\./i);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(150);
        expect(archiveFileName(`${folder}${encodeURIComponent(name)}`)).toBe(name);
      }),
    );
  });
});

describe('a name that is taken', () => {
  test.each([
    ['acme.tar.gz', false, 1, 'acme.tar.gz'],
    ['acme.tar.gz', false, 2, 'acme (2).tar.gz'],
    ['acme.tar.gz', true, 1, 'acme.damaged.tar.gz'],
    ['acme.v2.tar', true, 3, 'acme.v2.damaged (3).tar'],
  ])('%j, damaged: %j, the %i. time: %j', (name, damaged, number, candidate) => {
    expect(candidateName(name, damaged, number)).toBe(candidate);
  });
});
