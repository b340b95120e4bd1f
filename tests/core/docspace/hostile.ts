import * as fc from 'fast-check';
import type { HttpResponse } from '../../../src/core/docspace/request.ts';
import { link } from '../../support/given.ts';
import { httpAnswer, wireJob } from './answers.ts';

// Answers as servers give them, as broken ones give them, and as somebody gives them who means harm.

const texts = fc.constantFrom(
  '',
  ' ',
  'Acme',
  'Can\u2019t back up',
  '\u202Egnp.exe',
  '\u2066\u2069\u200F',
  '\uD800',
  'a\uDC00b',
  '\u0000\u001B[31m',
  'two\r\nlines',
  '👨‍👩‍👧‍👦'.repeat(12),
  'e' + '\u0301'.repeat(90),
  'https://s3.example/a?X-Amz-Signature=1',
  'javascript:alert(1)',
  '2026-11-20T03:04:11',
  '0001-01-01T00:00:00',
  '9999-12-31T23:59:59.9999999',
  '+275760-09-13T00:00:00Z',
  '*:read',
  'files:write',
  'Canceled',
  'constructor',
  '__proto__',
  'x'.repeat(600),
  'İ'.repeat(300),
  'x'.repeat(5000),
);

const scalars: fc.Arbitrary<unknown> = fc.oneof(
  texts,
  fc.constantFrom(
    null,
    true,
    false,
    0,
    -0,
    1,
    2,
    3,
    4,
    9,
    42,
    90,
    100,
    101,
    -1,
    0.5,
    1e21,
    1e308,
    -1e308,
    2 ** 53,
  ),
  fc.integer(),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

const values: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: scalars },
  { weight: 1, arbitrary: fc.array(scalars, { maxLength: 4 }) },
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.constantFrom('id', '__proto__', 'a', 'status'), scalars, { maxKeys: 3 }),
  },
);

const record = { id: 'task-a', fileName: 'acme.tar.gz', createdOn: '2026-11-20T03:04:11', expiresOn: null };

/** Each endpoint's answer as it should be. */
const good = fc.constantFrom<unknown>(
  undefined,
  wireJob(),
  wireJob({ isCompleted: true, progress: 100, link, status: 2 }),
  wireJob({ error: 'e', status: 4 }),
  [],
  [record, { ...record, id: 'task-b' }],
  { name: 'Key', permissions: ['*:read'], expiresAt: '2027-01-01T00:00:00' },
  { displayName: 'Ada', isOwner: true, isAdmin: false },
  { docSpace: true, standalone: false, greetingSettings: 'Acme', tenantStatus: 0 },
  { docSpace: '3.7.2' },
);

const members = fc.constantFrom(
  ...[
    'isCompleted',
    'progress',
    'error',
    'warning',
    'link',
    'status',
    'taskId',
    'backupProgressEnum',
    'tenantId',
  ],
  ...[
    'id',
    'fileName',
    'createdOn',
    'expiresOn',
    'name',
    'permissions',
    'expiresAt',
    'displayName',
    'isOwner',
  ],
  ...[
    'isAdmin',
    'docSpace',
    'standalone',
    'greetingSettings',
    'tenantStatus',
    '__proto__',
    'constructor',
    'x',
  ],
);

/** A good answer with some members changed, added or taken away. */
const nearly = fc
  .tuple(
    good,
    fc.array(fc.tuple(members, fc.oneof(values, fc.constant(undefined))), { minLength: 1, maxLength: 4 }),
  )
  .map(([response, changes]) => bend(response, changes));

function bend(response: unknown, changes: Array<[string, unknown]>): unknown {
  if (Array.isArray(response)) return response.map((entry) => bend(entry, changes));
  const object = typeof response === 'object' && response !== null ? response : {};
  return Object.fromEntries([...Object.entries(object), ...changes]);
}

const envelopes = fc.constantFrom<Array<(response: unknown) => string>[number]>(
  (response) => JSON.stringify({ response, count: 1, links: [], status: 0, statusCode: 200 }),
  (response) => JSON.stringify({ response, status: 0 }),
  (response) => JSON.stringify({ response, statusCode: 200, status: 1 }),
  (response) => JSON.stringify({ response }),
  (response) => JSON.stringify({ Response: response, Status: 0 }),
  (response) => JSON.stringify(response ?? null),
  (response) => `{"response":null,"response":${JSON.stringify(response ?? null)},"status":1,"status":0}`,
  (response) => `{"__proto__":{"response":1},"response":${JSON.stringify(response ?? null)},"status":0}`,
  (response) => `\uFEFF{"response":${JSON.stringify(response ?? null)},"status":0}`,
  (response) => JSON.stringify({ response, status: 0 }).slice(0, -7),
);

/** Texts that no JSON writer makes. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    'null',
    '[]',
    '<html><body>Sign in</body></html>',
    '{"response":{"isCompleted":false,"progress":1e999},"status":0}',
    '{"response":{"isCompleted":false,"progress":-1e999},"status":0}',
    `{"response":{"isCompleted":false,"progress":${'9'.repeat(400)}},"status":0}`,
    '{"response":{"isCompleted":false,"progress":1,"taskId":"\\ud800"},"status":0}',
    '{"response":{"isCompleted":true,"isCompleted":false,"progress":1,"progress":2},"status":0}',
    '{"response":{"__proto__":{"isCompleted":true,"progress":100}},"status":0}',
    '{"response":{"isCompleted":false,"progress":1,"status":{"toString":"x"}},"status":0}',
    '{"response":[{"id":"__proto__"},{"id":"constructor"}],"status":0}',
  ),
  fc.nat({ max: 200 }).map((depth) => nested(depth)),
);

function nested(depth: number): string {
  return `{"response":${'[{"a":'.repeat(depth)}1${'}]'.repeat(depth)},"status":0}`;
}

/** Megabytes; one in some thousands, since each of them takes a while. */
export const huge: ReadonlyArray<() => string> = [
  () => 'x'.repeat(4_000_000),
  () => nested(100_000),
  () => `{"response":${'['.repeat(500_000)}`,
  () => JSON.stringify({ response: wireJob({ error: '\u202E'.repeat(2_000_000) }), status: 0 }),
  () => JSON.stringify({ response: wireJob({ link: `/${'a'.repeat(2_000_000)}` }), status: 0 }),
  () => JSON.stringify({ response: wireJob({ taskId: 'İ'.repeat(1_000_000) }), status: 0 }),
  () => JSON.stringify({ response: Array.from({ length: 40_000 }, () => ({ id: 7 })), status: 0 }),
  () => JSON.stringify({ response: Array.from({ length: 20_000 }, () => record), status: 0 }),
  () => JSON.stringify({ response: { permissions: Array(200_000).fill('*:read') }, status: 0 }),
  () => JSON.stringify({ response: [{ id: 'a', createdOn: '+'.repeat(1_000_000) }], status: 0 }),
  () =>
    JSON.stringify({
      response: Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [n, n])),
      status: 0,
    }),
];

const bodies = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(good, envelopes).map(([response, wrap]) => wrap(response)) },
  { weight: 5, arbitrary: fc.tuple(nearly, envelopes).map(([response, wrap]) => wrap(response)) },
  { weight: 2, arbitrary: hostile },
);

const statuses = fc.oneof(
  { weight: 9, arbitrary: fc.constant(200) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0, 204, 301, 302, 400, 401, 402, 403, 404, 429, 500, 502, 503, 599),
  },
);

const headers = fc.constantFrom<Partial<HttpResponse>>(
  {},
  {},
  {},
  { contentType: 'text/html\u202E' },
  { retryAfter: '120' },
  { retryAfter: 'Fri, 31 Dec 9999 23:59:59 GMT', rateLimitReset: '99999999999' },
  { retryAfter: 'Fri, 31 Dec 9999 23:59:59 GMT', date: 'Fri, 31 Dec 9999 23:59:58 GMT' },
  { retryAfter: '120', date: 'yesterday' },
  { location: 'javascript:alert(1)' },
  { location: 'https://acme.example/' },
);

/** Somewhere else, with names and ports that no DNS knows. */
const redirects = fc
  .constantFrom(
    'https://new.example/',
    '/elsewhere',
    'javascript:alert(1)',
    `https://${'a'.repeat(2000)}.example/`,
    `https://${'a.'.repeat(60_000)}example:65535/`,
    `https://new.example/${'x'.repeat(60_000)}`,
  )
  .map((location) => httpAnswer('', { status: 302, location }));

export const answers: fc.Arbitrary<HttpResponse> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(bodies, statuses, headers)
      .map(([body, status, parts]) => httpAnswer(body, { status, ...parts })),
  },
  { weight: 1, arbitrary: redirects },
);
