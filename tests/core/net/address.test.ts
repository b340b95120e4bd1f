import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, parseAddress } from '../../../src/core/net/address.ts';

describe('an address as somebody pastes it', () => {
  test.each([
    ['acme.onlyoffice.com', 'https://acme.onlyoffice.com'],
    ['  acme.onlyoffice.com \n', 'https://acme.onlyoffice.com'],
    ['"acme.onlyoffice.com"', 'https://acme.onlyoffice.com'],
    ['<https://acme.onlyoffice.com/>', 'https://acme.onlyoffice.com'],
    ['“acme.onlyoffice.com”', 'https://acme.onlyoffice.com'],
    ['https://acme.onlyoffice.com/rooms/shared/filter?page=1#top', 'https://acme.onlyoffice.com'],
    ['HTTPS://ACME.onlyoffice.com', 'https://acme.onlyoffice.com'],
    ['acme.onlyoffice.com:8443/x', 'https://acme.onlyoffice.com:8443'],
    ['https://acme.onlyoffice.com:443', 'https://acme.onlyoffice.com'],
    ['http://portal.lan', 'http://portal.lan'],
    ['localhost:8092', 'https://localhost:8092'],
    ['http://[::1]:8092', 'http://[::1]:8092'],
    ['müller.example', 'https://xn--mller-kva.example'],
    ['\u200Bhttps://acme.example', 'https://acme.example'],
    ['\u00ADhttps://acme.example', 'https://acme.example'],
    ['https://acme.example\u200B:8443', 'https://acme.example:8443'],
    ['\u200Ehttps://acme.example\uFEFF', 'https://acme.example'],
    ['https://ac\u00ADme.\u2060exam\u200Dple', 'https://acme.example'],
    ['„https://acme.example“', 'https://acme.example'],
    ['«https://acme.example»', 'https://acme.example'],
    ['(https://acme.example)', 'https://acme.example'],
    ['[https://acme.example]', 'https://acme.example'],
    ['{`acme.example`};', 'https://acme.example'],
    ['https://https://acme.example', 'https://acme.example'],
    ['http://https://acme.example', 'https://acme.example'],
    ['HTTPS://http:/acme.example', 'http://acme.example'],
    ['acme.example,', 'https://acme.example'],
    ['acme.example.', 'https://acme.example'],
    ['“https://acme.example/rooms.”', 'https://acme.example'],
    ['https://acme.example./rooms', 'https://acme.example'],
    ['https://acme.example.:8443', 'https://acme.example:8443'],
    ['http://[::1]', 'http://[::1]'],
    ['([2001:db8::7]).', 'https://[2001:db8::7]'],
    ['[::1]:8092', 'https://[::1]:8092'],
    ['http://https.example', 'http://https.example'],
    // The joiner is part of a Persian word.
    ['\u0646\u0627\u0645\u0647\u200C\u0627\u06CC.example', 'https://xn--mgba3gch31f060k.example'],
    ['https:/\\acme.example', 'https://acme.example'],
    ['https:/acme.example', 'https://acme.example'],
    ['http:acme.example', 'http://acme.example'],
  ])('%j is %s', (typed, origin) => {
    expect(parseAddress(typed)).toMatchObject({ ok: true, value: { origin } });
  });

  test.each([
    ['', 'empty'],
    [' "" ', 'empty'],
    ['acme onlyoffice com', 'malformed'],
    ['https://', 'malformed'],
    ['https://.', 'malformed'],
    ['https://acme.exa"mple', 'malformed'],
    ['https://https://', 'malformed'],
    ['https://acme.example:99999', 'malformed'],
    ['javascript:alert(1)', 'malformed'],
    [`${'a'.repeat(254)}.example`, 'malformed'],
    [`acme.example/${'a'.repeat(2100)}`, 'malformed'],
    ['ftp://acme.example', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['javascript://acme.example/%0aalert(1)', 'scheme'],
    ['https://ada:secret@acme.example', 'credentials'],
    ['https://sk-123@acme.example', 'credentials'],
    ['mailto:ada@acme.example', 'credentials'],
  ])('%j is refused: %s', (typed, reason) => {
    expect(parseAddress(typed)).toEqual({ ok: false, reason });
  });

  test.each([
    ['https://acme.example', true, false],
    ['http://acme.example', false, false],
    ['http://localhost', false, true],
    ['http://portal.localhost', false, true],
    ['http://127.0.0.1:8092', false, true],
    ['http://127.8.9.10', false, true],
    ['http://[::1]', false, true],
    ['http://localhost.example', false, false],
    ['http://127.0.0.1.example', false, false],
    ['http://notlocalhost', false, false],
    ['http://10.0.0.1', false, false],
  ])('%s: encrypted %s, this machine itself %s', (origin, encrypted, loopback) => {
    expect(addressOf(new URL(origin))).toMatchObject({ encrypted, loopback });
  });

  test('whatever is pasted becomes an http(s) origin without credentials, or a reason', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withFragments: true })), (typed) => {
        const parsed = parseAddress(typed);
        if (!parsed.ok) {
          expect(['empty', 'malformed', 'scheme', 'credentials']).toContain(parsed.reason);
          return;
        }
        const url = new URL(parsed.value.origin);
        expect(url.href).toBe(`${parsed.value.origin}/`);
        expect(parseAddress(parsed.value.origin)).toEqual(parsed);
        expect(parsed.value.host.length).toBeLessThanOrEqual(259);
      }),
    );
  });
});
