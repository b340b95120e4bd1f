import { expect, test } from 'vitest';
import { seal, unseal } from '../../../src/main/storage/sealing.ts';
import { sealerOf } from './sealers.ts';

const acme = 'https://acme.example';

/** Something that the keyring's key has encrypted, in base64. */
async function encrypted(content: string): Promise<string> {
  return (await sealerOf().encrypt(content))?.toString('base64') ?? '';
}

test('what is sealed opens for its own origin only', async () => {
  const sealed = (await seal(sealerOf(), acme, 'secret')) ?? '';
  expect(await unseal(sealerOf(), acme, sealed)).toEqual({ secret: 'secret', outdated: false });
  expect(await unseal(sealerOf(), 'https://globex.example', sealed)).toBeNull();
  expect(await unseal(sealerOf('second'), acme, sealed)).toBeNull();
});

test('what earlier versions have sealed is opened: this form does not change', async () => {
  const content =
    '{"magic":"keepwatch-key-1","origin":"https://acme.example","key":"sk-first-0123456789","sum":"6792ebfdce6d1c3745e6cfeff68a98a18f3e3fc3213ab2709df2eafad736fb0f"}';
  const opened = await unseal(sealerOf(), acme, await encrypted(content));
  expect(opened?.secret).toBe('sk-first-0123456789');
});

test.each([
  ['http://acme.lan', 'https://acme.lan', true],
  ['http://acme.lan:8092', 'https://acme.lan:8443', true],
  ['https://acme.lan', 'http://acme.lan', false],
  ['http://acme.lan', 'https://www.acme.lan', false],
  ['http://acme.lan', 'http://acme.lan:8092', false],
  ['https://acme.lan', 'https://acme.lan:8443', false],
])('what is sealed for %s opens for %s: %s', async (from, to, opens) => {
  const sealed = (await seal(sealerOf(), from, 'secret')) ?? '';
  expect(await unseal(sealerOf(), to, sealed)).toEqual(opens ? { secret: 'secret', outdated: true } : null);
});

test('what cannot be sealed is not', async () => {
  const sealer = sealerOf();
  sealer.fails = true;
  expect(await seal(sealer, acme, 'secret')).toBeNull();
});

test.each([
  '',
  'null',
  '{"magic":"keepwatch-key-1","origin":"x","key":"y","sum":"z"}',
  '7',
  '[]',
  '{}',
  '{"magic":"keepwatch-key-1","key":"x"}',
  'not json',
])('what is %j inside opens nothing', async (content) => {
  expect(await unseal(sealerOf(), acme, await encrypted(content))).toBeNull();
});
