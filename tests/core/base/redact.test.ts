import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from '../../../src/core/base/redact.ts';

const key = `sk-${'0123456789abcdef'.repeat(4)}`;

describe('a line of the log', () => {
  test.each([
    [`asked with ${key}`, 'asked with sk-[redacted]'],
    [`"Authorization": "Bearer ${key}"`, '"authorization": "[redacted] [redacted]"'],
    ['Authorization: Basic YWRhOnB3', 'authorization: [redacted] [redacted]'],
    ['authorization=tok3n; path=/', 'authorization=[redacted]; path=/'],
    ['cookie: asc_auth_key=tok3n; x=1', 'cookie: asc_auth_key=[redacted]; x=1'],
    ['GET https://acme.example/storage/x?auth=1 done', 'GET https://acme.example/[redacted] done'],
    ['at https://ada:pw@acme.example', 'at https://acme.example'],
    ['at https://ada:pw@acme.example/x', 'at https://acme.example/[redacted]'],
    ['http://acme.example?auth=1', 'http://acme.example/[redacted]'],
    ['linkhttps://s3.example/a?X-Amz-Signature=abc', 'linkhttps://s3.example/[redacted]'],
    ['{"link":"https:\\/\\/s3.example\\/a?sig=b"}', '{"link":"https:\\/\\/s3.example/[redacted]"}'],
    ['link:/storage/backup/root/a.tar.gz?auth=1.x', 'link:/storage/[redacted]'],
    ['"\\/storage\\/backup\\/a?auth=1.x"', '"/storage/[redacted]"'],
    ['next=%2Fstorage%2Fbackup%2Fa%3Fauth%3D1.x', 'next=/storage/[redacted]'],
    ['/a.tar.gz?expire=1440&auth=1.x', '/a.tar.gz?expire=[redacted]&auth=[redacted]'],
    ['a%3Fauth%3D1.x', 'a%3Fauth%3D[redacted]'],
    ['portal acme: 42 %, task 6f000000-0000-4000-8000-000000000000', null],
    ['one\r\n2026-11-20 error forged', 'one 2026-11-20 error forged'],
    ['a\u0000\u001B[31mb\u2028c', 'a [31mb c'],
  ])('%j', (line, masked) => {
    expect(redact(line)).toBe(masked ?? line);
  });

  test('knows the tokens that look like nothing in particular, the longest first', () => {
    expect(redact('abcd abcdefgh', ['abcd', 'abcdefgh'])).toBe('[redacted] [redacted]');
    expect(redact('token "a\\"b\\\\c"', ['a"b\\c'])).toBe('token "[redacted]"');
    expect(redact('token a%22b%2Fc', ['a"b/c'])).toBe('token [redacted]');
  });

  test('a word of three letters is no secret', () => {
    expect(redact('yes', ['yes'])).toBe('yes');
  });

  test('a secret that is no text does not stop the log', () => {
    expect(redact('a \uD800\uD800\uD800\uD800 b', ['\uD800\uD800\uD800\uD800'])).toBe('a [redacted] b');
  });

  const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
  const token = fc.string({
    unit: fc.constantFrom(...'ABCDEFGHabcdefgh0123456789+/=-_."\\'),
    minLength: 24,
    maxLength: 200,
  });
  const environment = fc.string({ unit: 'binary', maxLength: 40 });
  const dress = fc.constantFrom<Array<(text: string) => string>[number]>(
    (text) => text,
    (text) => `Authorization: Bearer ${text}`,
    (text) => `"${text}"`,
    (text) => JSON.stringify({ key: text }),
    (text) => `https://acme.example/${encodeURIComponent(text)}`,
    (text) => `https://${encodeURIComponent(text)}@acme.example/`,
    (text) => `?token=${encodeURIComponent(text)}&x`,
    (text) => `asc_auth_key=${text};`,
    (text) => `at f (${text}:1:2)`,
  );

  test('never holds an API key, however it is embedded, known or not', () => {
    fc.assert(
      fc.property(
        hex,
        environment,
        environment,
        dress,
        fc.boolean(),
        (digits, before, after, dressed, known) => {
          const secret = `sk-${digits}`;
          const line = redact(`${before}${dressed(secret)}${after}`, known ? [secret] : []);
          expect(line).not.toContain(digits);
          expect(line).not.toMatch(/\p{Cc}/u);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('never holds a known session token, however it is embedded', () => {
    fc.assert(
      fc.property(
        token,
        fc.array(token, { maxLength: 3 }),
        environment,
        environment,
        dress,
        (secret, others, before, after, dressed) => {
          const line = redact(`${before}${dressed(secret)}${after}`, [...others, secret]);
          expect(line).not.toContain(secret);
          expect(line).not.toContain(JSON.stringify(secret).slice(1, -1));
          expect(line).not.toContain(encodeURIComponent(secret));
        },
      ),
      { numRuns: 1000 },
    );
  });

  const sign = fc.string({
    unit: fc.constantFrom(...'ABCDEFGHabcdefgh0123456789-_'),
    minLength: 12,
    maxLength: 60,
  });
  const links = fc.oneof(
    sign.map((auth) => [auth, `/storage/backup/root/acme.tar.gz?expire=1440&auth=179.${auth}`] as const),
    sign.map((auth) => [auth, `https://s3.example/b/acme.tar.gz?X-Amz-Signature=${auth}&x=1`] as const),
    sign.map((auth) => [auth, `https://drive.example/${auth}/acme.tar.gz`] as const),
    sign.map((auth) => [auth, `//cdn.example/acme.tar.gz?token=${auth}`] as const),
  );
  const wrap = fc.constantFrom<Array<(text: string) => string>[number]>(
    (text) => text,
    (text) => `link=${text}`,
    (text) => JSON.stringify({ link: text }),
    (text) => JSON.stringify(JSON.stringify({ link: text })),
    (text) => text.replaceAll('/', '\\/'),
    (text) => `<a href="${text}">`,
    (text) => `(${text})`,
    (text) => `x${text}`,
  );

  test('never holds what makes a link work, however it is embedded', () => {
    fc.assert(
      fc.property(links, environment, environment, wrap, ([auth, link], before, after, wrapped) => {
        expect(redact(`${before} ${wrapped(link)} ${after}`)).not.toContain(auth);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['https://', 'bearer ', '/storage/', '?auth=', 'a'.repeat(31), 'authorization: '])(
    'megabytes of %j are masked in no time',
    (piece) => {
      const line = piece.repeat(Math.ceil(2_000_000 / piece.length));
      const began = performance.now();
      redact(line, ['secret-of-mine']);
      expect(performance.now() - began).toBeLessThan(2000);
    },
  );
});
