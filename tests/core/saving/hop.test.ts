import { expect, test } from 'vitest';
import { firstHop, nextHop } from '../../../src/core/saving/hop.ts';

const portal = 'https://acme.example';

test.each([
  [`${portal}/storage/a.tar.gz?auth=1#x`, { origin: portal, path: '/storage/a.tar.gz?auth=1', own: true }],
  ['https://s3.example/a?b', { origin: 'https://s3.example', path: '/a?b', own: false }],
  ['https://acme.example:8443/a', { origin: 'https://acme.example:8443', path: '/a', own: false }],
])('%j begins at %j', (link, hop) => {
  expect(firstHop(portal, link)).toEqual({ ok: true, value: hop });
});

test.each([
  ['http://s3.example/a', 'downgrade'],
  ['http://acme.example/a', 'downgrade'],
  ['ftp://acme.example/a', 'nowhere'],
  ['https://ada:pw@acme.example/a', 'nowhere'],
  ['https://', 'nowhere'],
])('%j is not followed: %s', (link, leads) => {
  expect(firstHop(portal, link)).toEqual({ ok: false, reason: { kind: 'redirected', to: { leads } } });
});

test('a redirect is read from where it was sent', () => {
  const hop = { origin: portal, path: '/storage/a?b', own: true };
  expect(nextHop(hop, 'c?d')).toEqual({ ok: true, value: { ...hop, path: '/storage/c?d' } });
  expect(nextHop(hop, '//s3.example/e')).toEqual({
    ok: true,
    value: { origin: 'https://s3.example', path: '/e', own: false },
  });
});

test('what has left the portal is never its own again', () => {
  const away = { origin: 'https://s3.example', path: '/', own: false };
  expect(nextHop(away, `${portal}/storage/a`)).toMatchObject({
    ok: true,
    value: { origin: portal, own: false },
  });
  expect(nextHop(away, '/b')).toMatchObject({ ok: true, value: { own: false } });
});

test('from a portal without encryption to the same host with it the key does not go along', () => {
  expect(firstHop('http://acme.example', 'https://acme.example/a')).toMatchObject({
    ok: true,
    value: { own: false },
  });
});
