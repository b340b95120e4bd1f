import { expect, test } from 'vitest';
import { judgeRedirect } from '../../../src/core/net/redirect.ts';

test.each([
  ['http://acme.example', 'https://acme.example/', 'upgrade'],
  ['http://acme.example', 'https://acme.example/api/2.0/backup/getbackupprogress', 'upgrade'],
  ['http://acme.example', 'https://acme.example:8443/', 'upgrade'],
  ['http://acme.example:8092', 'https://ACME.example/login', 'upgrade'],
  ['http://acme.example', '/rooms', 'ownPage'],
  ['https://acme.example', 'https://acme.example/rooms', 'ownPage'],
  ['https://acme.example', 'https://acme.example:443/maintenance.html', 'ownPage'],
  ['http://acme.example', 'https://www.acme.example/', 'elsewhere'],
  ['http://acme.example', 'https://acme.example.evil.example/', 'elsewhere'],
  ['http://acme.example', 'http://other.example/', 'elsewhere'],
  ['http://acme.example', 'http://acme.example:8080/', 'elsewhere'],
  ['https://acme.example', 'https://login.example/', 'elsewhere'],
  ['https://acme.example', 'https://acme.example:8443/', 'elsewhere'],
  ['https://acme.example', '//evil.example/x', 'elsewhere'],
  ['https://acme.example', 'http://acme.example/', 'downgrade'],
  ['https://acme.example', 'http://other.example/', 'downgrade'],
  ['https://acme.example', 'javascript:alert(1)', 'nowhere'],
  ['https://acme.example', 'https://ada:pw@acme.example/', 'nowhere'],
  ['https://acme.example', 'https://ada@acme.example/', 'nowhere'],
  ['http://acme.example', 'https://ada@acme.example/', 'nowhere'],
  ['https://acme.example', 'https://', 'nowhere'],
  ['https://acme.example', `https://${'a'.repeat(300)}.example/`, 'nowhere'],
])('a redirect from %s to %j: %s', (from, location, leads) => {
  expect(judgeRedirect(from, location).leads).toBe(leads);
});

test('one that leads to another address says to which', () => {
  const address = { origin: 'https://b.example', host: 'b.example', encrypted: true, loopback: false };
  expect(judgeRedirect('https://a.example', 'https://b.example/x')).toEqual({ leads: 'elsewhere', address });
});
