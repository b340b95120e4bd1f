import { expect, test } from 'vitest';
import { createEnvironmentProxy } from '../../../src/main/network/environmentProxy.ts';

const acme = 'https://acme.example';
const squid = [{ via: 'proxy', proxy: 'http://squid.lan:3128' }];
const direct = [{ via: 'direct' }];

test.each([
  ['nothing', {}, acme, direct],
  ['a proxy', { https_proxy: 'http://squid.lan:3128' }, acme, squid],
  ['a proxy in capitals', { HTTPS_PROXY: 'http://squid.lan:3128/' }, acme, squid],
  ['a proxy without a scheme', { https_proxy: 'squid.lan:3128' }, acme, squid],
  ['one for all', { all_proxy: 'http://squid.lan:3128' }, acme, squid],
  ['one for the others', { http_proxy: 'http://squid.lan:3128' }, acme, direct],
  ['one for this one', { http_proxy: 'http://squid.lan:3128' }, 'http://acme.example', squid],
  [
    'what a web server may have been sent',
    { HTTP_PROXY: 'http://squid.lan:3128' },
    'http://acme.example',
    direct,
  ],
  [
    'one over TLS',
    { https_proxy: 'https://squid.lan' },
    acme,
    [{ via: 'proxy', proxy: 'https://squid.lan' }],
  ],
  [
    'one of a kind that is not known',
    { https_proxy: 'socks5://squid.lan:1080' },
    acme,
    [{ via: 'unsupported', proxy: 'socks5 squid.lan:1080' }],
  ],
  [
    'a proxy, for what stays on this machine',
    { https_proxy: 'squid.lan:3128' },
    'https://127.0.0.1:8092',
    direct,
  ],
])('the environment names %s', async (_what, env, origin, routes) => {
  expect(await createEnvironmentProxy(env).to(origin)).toEqual(routes);
});

test.each([
  ['*', true],
  ['acme.example', true],
  ['example', true],
  ['.example', true],
  ['*.example', true],
  ['other.example, acme.example', true],
  ['acme.example:443', true],
  ['acme.example:8443', false],
  ['me.example', false],
  ['example.com', false],
  ['', false],
])('with no_proxy=%j it is asked directly: %s', async (list, directly) => {
  const proxies = createEnvironmentProxy({ https_proxy: 'squid.lan:3128', no_proxy: list });
  expect(await proxies.to(acme)).toEqual(directly ? direct : squid);
});

test('its address may hold a sign-in, which goes nowhere once the proxy has refused it', async () => {
  const proxies = createEnvironmentProxy({ https_proxy: 'http://ada:p%40ss%3A@squid.lan:3128' });
  expect(await proxies.to(acme)).toEqual(squid);
  expect(proxies.signIn('http://squid.lan:3128')).toEqual({
    token: Buffer.from('ada:p@ss:').toString('base64'),
  });
  expect(proxies.signIn('http://other.lan:3128')).toBeNull();
  proxies.refused('http://squid.lan:3128');
  expect(proxies.wasRefused('http://squid.lan:3128')).toBe(true);
  expect(proxies.signIn('http://squid.lan:3128')).toBeNull();
  proxies.forgetRefusals();
  expect(proxies.signIn('http://squid.lan:3128')).not.toBeNull();
});
