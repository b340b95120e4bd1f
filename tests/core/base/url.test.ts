import { expect, test } from 'vitest';
import { parseUrl, withoutQuery } from '../../../src/core/base/url.ts';
import { parseAddress } from '../../../src/core/net/address.ts';

test('a URL is parsed, against a base where there is one; what is none is null', () => {
  expect(parseUrl('https://acme.example/x')?.host).toBe('acme.example');
  expect(parseUrl('/x', 'https://acme.example')?.href).toBe('https://acme.example/x');
  const none = [parseUrl('/x'), parseUrl('https://'), parseUrl('http://[', 'https://acme.example')];
  expect(none).toEqual([null, null, null]);
});

test('an address or a name without its query and its fragment is the file that it leads to', () => {
  expect(withoutQuery('https://acme.example/a.tar.gz?sign=1#x')).toBe('https://acme.example/a.tar.gz');
  expect([withoutQuery('a.tar.gz#x?y'), withoutQuery('a.tar.gz'), withoutQuery('')]).toEqual([
    'a.tar.gz',
    'a.tar.gz',
    '',
  ]);
});

test('an address with an umlaut is one however often it is asked for: Node forgets that after a while', () => {
  const origins = new Set<unknown>();
  for (let time = 0; time < 20_000; time += 1) {
    const parsed = parseAddress('müller.example');
    origins.add(parsed.ok ? parsed.value.origin : parsed.reason);
  }
  expect([...origins]).toEqual(['https://xn--mller-kva.example']);
});
