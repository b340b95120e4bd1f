import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveLink } from '../../../src/core/backup/downloadLink.ts';
import { backupPage } from '../../../src/core/docspace/backupPage.ts';

const origin = 'https://acme.onlyoffice.com';

describe('a link', () => {
  test.each([
    ['/storage/backup/root/acme.tar.gz?auth=1', `${origin}/storage/backup/root/acme.tar.gz?auth=1`, null],
    [`${origin}/a.tar.gz`, `${origin}/a.tar.gz`, null],
    [
      'https://s3.example/b/a.tar.gz?X-Amz-Signature=1',
      'https://s3.example/b/a.tar.gz?X-Amz-Signature=1',
      's3.example',
    ],
    ['//cdn.example/a.tar.gz', 'https://cdn.example/a.tar.gz', 'cdn.example'],
    ['\\\\evil.example\\a', 'https://evil.example/a', 'evil.example'],
    ['http://acme.onlyoffice.com/a?b', 'https://acme.onlyoffice.com/a?b', null],
    ['http://acme.onlyoffice.com:9000/a', 'http://acme.onlyoffice.com:9000/a', 'acme.onlyoffice.com:9000'],
    ['https://acme.onlyoffice.com:8443/a', 'https://acme.onlyoffice.com:8443/a', 'acme.onlyoffice.com:8443'],
    ['http://[2001:db8::1]/a', 'http://[2001:db8::1]/a', '[2001:db8::1]'],
  ])('%j leads to %s, named when foreign: %s', (link, url, foreignHost) => {
    expect(resolveLink(link, origin)).toMatchObject({ ok: true, value: { url, foreignHost } });
  });

  test('an empty one means that the archive is stored elsewhere', () => {
    expect(resolveLink('', origin)).toEqual({ ok: false, reason: 'empty' });
  });

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'smb://server/share',
    'ms-msdt:/id',
    'https://ada:pw@s3.example/a',
    'https://ada@s3.example/a',
    'https://:pw@s3.example/a',
    'https://',
    '/a\nb',
    '/a\u0000',
    `/${'a'.repeat(9000)}`,
    `https://${'a'.repeat(300)}.example/a`,
  ])('%j is not to be opened', (link) => {
    expect(resolveLink(link, origin)).toEqual({ ok: false, reason: 'unusable' });
  });

  test.each([
    ['/root/acme_2026.tar.gz?auth=1', 'acme_2026.tar.gz'],
    ['/root/b%C3%BCro.tar.gz', 'büro.tar.gz'],
    ['/root/100%.tar.gz', '100%.tar.gz'],
    ['/root/%E2%80%AEzg.tar', 'zg.tar'],
    ['/root/a%00b', 'a b'],
    ['/root/', null],
    ['/', null],
    ['/%20', null],
    [`/${'x'.repeat(300)}`, `${'x'.repeat(119)}…`],
  ])('the archive of %j is called %j', (link, archive) => {
    expect(resolveLink(link, origin)).toMatchObject({ value: { archive } });
  });

  test('whatever a server sends, what can be opened is http(s) and short enough to be shown', () => {
    const links = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.webPath());
    fc.assert(
      fc.property(links, (link) => {
        const resolved = resolveLink(link, origin);
        if (!resolved.ok) return;
        expect(resolved.value.url).toMatch(/^https?:\/\/[^/@]+\//);
        expect((resolved.value.foreignHost ?? '').length).toBeLessThanOrEqual(260);
        expect((resolved.value.archive ?? '').length).toBeLessThanOrEqual(120);
      }),
    );
  });
});

test('DocSpace’s page about backups lies under the portal’s origin', () => {
  expect(backupPage(origin)).toBe('https://acme.onlyoffice.com/portal-settings/backup/data-backup');
});
