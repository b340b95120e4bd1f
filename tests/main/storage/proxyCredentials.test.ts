import { expect, test } from 'vitest';
import { createProxyCredentials } from '../../../src/main/storage/proxyCredentials.ts';
import { sealerOf } from './sealers.ts';
import { disk } from './vaults.ts';

const proxy = 'http://proxy.lan:3128';

/** What is kept for proxies, as it is after a start with an open keyring. */
async function openCredentials(file = disk()) {
  const credentials = createProxyCredentials(sealerOf(), file.content, file.write);
  await credentials.keyringChanged(true);
  return credentials;
}

test('a password is sealed, and sent again after a start as RFC 7617 has it', async () => {
  const file = disk();
  expect(await (await openCredentials(file)).keep(proxy, 'ada', 'pass:wörd')).toBe(true);
  expect(file.text()).not.toMatch(/ada|pass/);
  const next = await openCredentials(file);
  const token = Buffer.from('ada:pass:wörd').toString('base64');
  expect([next.signIn(proxy), next.known()]).toEqual([{ token }, [proxy]]);
  expect(next.secrets()).toEqual([token, 'pass:wörd']);
});

test('a password is kept whatever it is made of', async () => {
  const file = disk();
  // A token that begins like a key, with what a key cannot begin or end with: it is not read as one.
  for (const password of ['', '"', ',;', 'sk-', 'x'.repeat(5000)]) {
    await (await openCredentials(file)).keep(proxy, 'ada', password);
    const token = Buffer.from(`ada:${password}`).toString('base64');
    expect((await openCredentials(file)).signIn(proxy)).toEqual({ token });
  }
});

test('what a proxy has refused is not sent to it again, until another is entered or it is forgotten', async () => {
  const credentials = await openCredentials();
  await credentials.keep(proxy, 'ada', 'old');
  credentials.refused(proxy);
  expect([credentials.signIn(proxy), credentials.wasRefused(proxy)]).toEqual([null, true]);
  await credentials.keep(proxy, 'ada', 'new');
  expect(credentials.wasRefused(proxy)).toBe(false);
  credentials.refused(proxy);
  credentials.forget(proxy);
  expect([credentials.signIn(proxy), credentials.wasRefused(proxy), credentials.known()]).toEqual([
    null,
    false,
    [],
  ]);
});

test('what cannot be saved is not kept', async () => {
  const file = disk();
  const credentials = await openCredentials(file);
  file.full = true;
  expect(await credentials.keep(proxy, 'ada', 'secret')).toBe(false);
  expect(credentials.signIn(proxy)).toBeNull();
});

test('without an open keyring it is kept until the end, and sealed when the keyring opens', async () => {
  const file = disk();
  const credentials = createProxyCredentials(sealerOf(), file.content, file.write);
  expect(await credentials.keep(proxy, 'ada', 'secret')).toBe(true);
  expect([file.writes, credentials.signIn(proxy) !== null]).toEqual([0, true]);
  await credentials.keyringChanged(true);
  expect((await openCredentials(file)).signIn(proxy)).not.toBeNull();
});
