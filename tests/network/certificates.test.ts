import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Failure } from '../../src/core/net/failure.ts';
import type { Result } from '../../src/core/base/result.ts';
import { createTlsOptions } from '../../src/main/network/tls.ts';
import { createTransport, type Transport } from '../../src/main/network/transport.ts';
import {
  type Certificate,
  makeAuthority,
  makeCertificate,
  makeExpiredCertificate,
  makeWrongHostCertificate,
} from '../support/docspace/certificates.ts';
import { keyOf } from '../support/keyOf.ts';
import { openTransport, question, quick } from '../main/network/transports.ts';
import { secureServer } from './servers.ts';
import { directOnly } from '../support/network/direct.ts';

const key = keyOf('sk-0123456789');
let authority: Certificate;
let signed: Certificate;
let selfSigned: Certificate;

beforeAll(async () => {
  authority = await makeAuthority();
  signed = await makeCertificate({ authority });
  selfSigned = await makeCertificate();
});

async function ask(
  origin: string,
  certificate: string | null,
  transport: Transport = openTransport(),
): Promise<Result<unknown, Failure>> {
  return transport.ask('acme', origin, question(), key, certificate);
}

/** What came of it, in a word or two. */
function wordOf(answer: Result<unknown, Failure>): string {
  if (answer.ok) return 'answered';
  return answer.reason.kind === 'certificate' ? answer.reason.problem : answer.reason.kind;
}

describe('one trusted certificate', () => {
  const cases: Array<[what: string, shows: () => Promise<Certificate>, trusts: () => string, word: string]> =
    [
      ['self-signed, and trusted', async () => selfSigned, () => selfSigned.certificate, 'answered'],
      ['signed by somebody, and trusted itself', async () => signed, () => signed.certificate, 'answered'],
      [
        'another one of the same authority',
        async () => makeCertificate({ authority }),
        () => signed.certificate,
        'changed',
      ],
      ['another self-signed one', async () => makeCertificate(), () => selfSigned.certificate, 'changed'],
      ['one that the trusted one has signed', async () => signed, () => authority.certificate, 'changed'],
    ];
  test.each(cases)('%s', async (_what, shows, trusts, word) => {
    const server = await secureServer(await shows());
    expect(wordOf(await ask(server.origin, trusts()))).toBe(word);
    // The key goes nowhere else.
    expect(server.heard.map(({ authorization }) => authorization)).toEqual(
      word === 'answered' ? ['Bearer sk-0123456789'] : [],
    );
  });

  test.each([
    ['expired', makeExpiredCertificate],
    ['wrongHost', makeWrongHostCertificate],
  ] as const)('that is %s stays refused', async (problem, make) => {
    for (const options of [{}, { authority }]) {
      const shown = await make(options);
      const server = await secureServer(shown);
      expect(wordOf(await ask(server.origin, shown.certificate))).toBe(problem);
      expect(server.heard).toEqual([]);
    }
  });

  test('of one portal means nothing to another, nor to the same one before it was trusted', async () => {
    const server = await secureServer(selfSigned);
    const transport = openTransport();
    const askAs = async (portal: string, certificate: string | null) =>
      wordOf(await transport.ask(portal, server.origin, question(), key, certificate));
    expect([
      await askAs('acme', null),
      await askAs('acme', selfSigned.certificate),
      await askAs('globex', null),
      await askAs('acme', null),
    ]).toEqual(['selfSigned', 'answered', 'selfSigned', 'selfSigned']);
    expect(server.heard).toHaveLength(1);
  });

  test('that changes ends it at the next connection, and the old one heals it', async () => {
    const server = await secureServer(selfSigned);
    const transport = openTransport();
    const poll = async () => wordOf(await ask(server.origin, selfSigned.certificate, transport));
    expect(await poll()).toBe('answered');
    server.shows(await makeCertificate());
    expect([await poll(), await poll()]).toEqual(['changed', 'changed']);
    server.shows(selfSigned);
    expect(await poll()).toBe('answered');
  });
});

test.each([
  ['2001:db8::7', '2001:db8::7', true],
  ['::1', '::1', true],
  ['::1', '2001:db8::7', false],
  ['127.0.0.1', '127.0.0.1', true],
  ['127.0.0.1', '127.0.0.2', false],
  ['acme.example', 'acme.example', true],
  ['acme.example', '::1', false],
])('a server at %s with a certificate for %s is the right one: %s', async (host, name, right) => {
  const { certificate } = await makeCertificate({ hosts: [name] });
  const shown = new X509Certificate(certificate).toLegacyObject();
  const error = createTlsOptions({})(null).checkServerIdentity(host, shown);
  expect(error === undefined).toBe(right);
});

describe('what the system trusts', () => {
  const runtime = {
    asked: new Array<string>(),
    getCACertificates: (of: string): string[] => {
      runtime.asked.push(of);
      return of === 'system' ? [authority.certificate] : [];
    },
  };

  test('counts where the runtime tells it, and is asked for once, when it is first needed', async () => {
    const tlsOptionsFor = createTlsOptions(runtime);
    const transport = createTransport('Keepwatch/test', quick, directOnly, tlsOptionsFor);
    expect(runtime.asked).toEqual([]);
    for (const certificate of [signed, await makeCertificate({ authority })]) {
      const server = await secureServer(certificate);
      expect(wordOf(await ask(server.origin, null, transport))).toBe('answered');
    }
    const stranger = await secureServer(await makeCertificate({ authority: await makeAuthority('Other') }));
    expect(wordOf(await ask(stranger.origin, null, transport))).toBe('untrusted');
    expect(runtime.asked).toEqual(['system', 'default']);
    transport.drop();
  });

  test.each([
    ['does not tell', {}],
    ['tells of none', { getCACertificates: () => [] }],
    ['tells nonsense', { getCACertificates: () => 7 }],
  ])('is what Node trusts where the runtime %s', async (_what, lacking) => {
    const server = await secureServer(signed);
    const transport = createTransport('Keepwatch/test', quick, directOnly, createTlsOptions(lacking));
    expect(wordOf(await ask(server.origin, null, transport))).toBe('untrusted');
    transport.drop();
  });
});

test.each(['TLSv1', 'TLSv1.1'] as const)('%s is too old, whatever is trusted', async (version) => {
  const server = await secureServer(selfSigned, version);
  for (const certificate of [null, selfSigned.certificate]) {
    expect(wordOf(await ask(server.origin, certificate))).toBe('oldEncryption');
  }
});
