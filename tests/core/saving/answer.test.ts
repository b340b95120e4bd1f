import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ArchiveAnswer, judgeArchiveAnswer } from '../../../src/core/saving/answer.ts';

const tebibyte = 2 ** 40;

function answer(more: Partial<ArchiveAnswer>): ArchiveAnswer {
  return {
    origin: 'https://acme.example',
    status: 200,
    contentType: 'application/gzip',
    contentLength: null,
    contentRange: null,
    etag: null,
    lastModified: null,
    date: null,
    location: null,
    retryAfter: null,
    rateLimitReset: null,
    ...more,
  };
}

const asked = { from: 2 ** 32 + 1, file: { validator: '"v1"', size: tebibyte } };

describe('the whole file', () => {
  test.each([
    [
      { etag: '"v1"', contentLength: '4294967297' },
      { validator: '"v1"', size: 2 ** 32 + 1 },
    ],
    [{ etag: 'W/"v1"' }, { validator: null, size: null }],
    [
      { etag: 'v1', contentLength: '-1' },
      { validator: null, size: null },
    ],
    [
      { lastModified: 'Thu, 26 Nov 2026 17:00:00 GMT', date: 'Thu, 26 Nov 2026 18:00:00 GMT' },
      { validator: 'Thu, 26 Nov 2026 17:00:00 GMT', size: null },
    ],
    [
      { lastModified: 'Thu, 26 Nov 2026 17:59:50 GMT', date: 'Thu, 26 Nov 2026 18:00:00 GMT' },
      { validator: null, size: null },
    ],
    [{ lastModified: 'yesterday' }, { validator: null, size: null }],
  ])('with %j is the version %j', (more, file) => {
    expect(judgeArchiveAnswer(answer(more), null, 0)).toEqual({ now: 'receive', from: 0, file });
    expect(judgeArchiveAnswer(answer(more), asked, 0)).toEqual({ now: 'receive', from: 0, file });
  });

  test.each([
    ['text/html; charset=utf-8', 'notDocSpace'],
    ['application/xhtml+xml', 'notDocSpace'],
    ['application/json', 'unreadable'],
    ['application/problem+json; charset=utf-8', 'unreadable'],
    ['text/xml', 'unreadable'],
  ])('as %j is none', (contentType, kind) => {
    expect(judgeArchiveAnswer(answer({ contentType }), null, 0)).toEqual({
      now: 'fail',
      failure: { of: 'network', failure: { kind, detail: 'page', retryAt: null } },
    });
  });

  test.each(['application/gzip', 'application/x-tar', 'application/octet-stream', 'text/plain', ''])(
    'may come as %j',
    (contentType) => {
      expect(judgeArchiveAnswer(answer({ contentType }), null, 0)).toMatchObject({ now: 'receive' });
    },
  );
});

describe('the rest of a file', () => {
  const rest = { status: 206, contentRange: `bytes 4294967297-1099511627775/1099511627776` };

  test.each([{}, { etag: '"v1"' }, { contentRange: 'bytes 4294967297-1099511627775/*' }])(
    'is put behind the part: %j',
    (more) => {
      expect(judgeArchiveAnswer(answer({ ...rest, ...more }), asked, 0)).toEqual({
        now: 'receive',
        from: asked.from,
        file: asked.file,
      });
    },
  );

  test.each([
    { etag: '"v2"' },
    { contentRange: null },
    { contentRange: 'bytes 0-1099511627775/1099511627776' },
    { contentRange: 'bytes 4294967298-1099511627775/1099511627776' },
    { contentRange: 'bytes 4294967297-1099511627774/1099511627776' },
    { contentRange: 'bytes 4294967297-1099511627776/1099511627777' },
    { status: 416, contentRange: 'bytes */5' },
    { status: 400 },
  ])('is not: %j', (more) => {
    expect(judgeArchiveAnswer(answer({ ...rest, ...more }), asked, 0)).toEqual({ now: 'startAnew' });
  });

  test('has to say its length where nothing else tells that it is the same file', () => {
    const unnamed = { ...asked, file: { validator: null, size: tebibyte } };
    expect(judgeArchiveAnswer(answer(rest), unnamed, 0)).toMatchObject({ now: 'receive' });
    const contentRange = 'bytes 4294967297-1099511627775/*';
    expect(judgeArchiveAnswer(answer({ ...rest, contentRange }), unnamed, 0)).toEqual({ now: 'startAnew' });
  });

  test('is nothing where the part is the whole file already', () => {
    const whole = { ...asked, file: { validator: '"v1"', size: null } };
    const contentRange = `bytes */${asked.from}`;
    expect(judgeArchiveAnswer(answer({ status: 416, contentRange }), whole, 0)).toEqual({ now: 'finish' });
  });

  test('is never put anywhere but where the part ends', () => {
    const header = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.nat(20), fc.nat(20), fc.nat(20))
        .map(([first, last, size]) => `bytes ${first}-${last}/${size}`),
    );
    const part = fc.record({
      from: fc.nat(20),
      size: fc.option(fc.nat(20)),
      validator: fc.constantFrom(null, '"v1"'),
    });
    fc.assert(
      fc.property(
        header,
        part,
        fc.constantFrom(200, 206, 400, 416),
        (contentRange, { from, size, validator }, status) => {
          const verdict = judgeArchiveAnswer(
            answer({ status, contentRange }),
            { from, file: { size, validator } },
            0,
          );
          if (verdict.now === 'receive') expect([0, from]).toContain(verdict.from);
          if (verdict.now === 'receive' && status === 206)
            expect(size ?? verdict.file.size).toBe(verdict.file.size);
        },
      ),
    );
  });
});

describe('another answer', () => {
  test.each([
    [403, '', { of: 'link', why: 'expired' }],
    [404, '', { of: 'link', why: 'gone' }],
    [410, '', { of: 'link', why: 'gone' }],
    [404, 'text/html', { of: 'network', failure: { kind: 'serviceDown' } }],
    [401, '', { of: 'network', failure: { kind: 'keyRefused' } }],
    [502, 'text/html', { of: 'network', failure: { kind: 'serviceDown' } }],
    [500, '', { of: 'network', failure: { kind: 'serverError' } }],
    [206, '', { of: 'network', failure: { kind: 'unexpected' } }],
    [204, '', { of: 'network', failure: { kind: 'unexpected' } }],
  ])('%i of the type %j', (status, contentType, failure) => {
    expect(judgeArchiveAnswer(answer({ status, contentType }), null, 0)).toMatchObject({
      now: 'fail',
      failure,
    });
  });

  test('a limit says when to come back', () => {
    expect(judgeArchiveAnswer(answer({ status: 429, retryAfter: '30' }), null, 1000)).toEqual({
      now: 'fail',
      failure: { of: 'network', failure: { kind: 'rateLimited', retryAt: 31_000 } },
    });
  });
});
