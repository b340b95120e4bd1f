import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openPortal } from '../../support/docspace/openPortal.ts';
import { captivePortal, redirectTo } from '../../support/docspace/portal/misbehaviour/answers.ts';
import { httpAnswer, rawServer } from '../../support/network/rawServer.ts';
import { keyOf } from '../../support/keyOf.ts';
import { openTransport, question } from './transports.ts';

/** A server that answers everything, and what it heard. */
async function listener() {
  const heard: string[] = [];
  const server = await rawServer((socket) =>
    socket.on('data', (data) => {
      heard.push(data.toString('latin1'));
      socket.write(httpAnswer('{}'));
    }),
  );
  return { ...server, heard };
}

describe('a question', () => {
  test('says who asks and what is wanted, and nothing more', async () => {
    const { origin, port, heard } = await listener();
    await openTransport().ask('a', origin, question('/api/2.0/x?Dump=true'), keyOf('sk-0123456789abcdef'));
    const [first = ''] = heard;
    expect(first.split('\r\n').filter(Boolean).toSorted()).toEqual([
      'GET /api/2.0/x?Dump=true HTTP/1.1',
      'accept-encoding: identity',
      'accept: application/json',
      'authorization: Bearer sk-0123456789abcdef',
      'connection: keep-alive',
      `host: 127.0.0.1:${port}`,
      'user-agent: Keepwatch/1.2.3',
    ]);
  });

  test('carries a session token as it is', async () => {
    const { origin, heard } = await listener();
    await openTransport().ask('a', origin, question(), keyOf('t0ken+/='));
    expect(heard[0]).toContain('authorization: t0ken+/=\r\n');
  });

  test('of an open page carries no key', async () => {
    const { origin, heard } = await listener();
    await openTransport().ask('a', origin, question('/open', { withKey: false }), keyOf('sk-0123456789'));
    expect(heard[0]).not.toMatch(/authorization|sk-/i);
  });

  test('without a key is asked without one', async () => {
    const { origin, heard } = await listener();
    await openTransport().ask('a', origin, question(), null);
    expect(heard[0]).not.toMatch(/authorization/i);
  });

  test('is understood by a portal', async () => {
    const portal = await openPortal();
    const answer = await openTransport().ask('a', portal.origin, question(), keyOf(portal.key));
    expect(answer).toMatchObject({ ok: true, value: { status: 200, location: null } });
    expect(portal.requests.map(({ authorization }) => authorization)).toEqual([`Bearer ${portal.key}`]);
  });
});

describe('an answer', () => {
  test('is handed on whole, and judged by nobody here', async () => {
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'retry-after': '7',
      'x-ratelimit-reset': '9',
      date: 'Wed, 25 Nov 2026 11:02:00 GMT',
      location: '/elsewhere',
    };
    const { origin } = await rawServer((socket) =>
      socket.on('data', () => socket.write(httpAnswer('<p>Grüße</p>', headers, 429))),
    );
    expect(await openTransport().ask('a', origin, question(), null)).toEqual({
      ok: true,
      value: {
        origin,
        status: 429,
        contentType: 'text/html; charset=utf-8',
        location: '/elsewhere',
        retryAfter: '7',
        rateLimitReset: '9',
        date: 'Wed, 25 Nov 2026 11:02:00 GMT',
        body: '<p>Grüße</p>',
      },
    });
  });

  test('that redirects is not followed: the other server sees nothing, least of all the key', async () => {
    const portal = await openPortal();
    const thief = await listener();
    portal.misbehave(redirectTo(thief.origin, 307));
    const answer = await openTransport().ask('a', portal.origin, question('/api/2.0/x'), keyOf(portal.key));
    expect(answer).toMatchObject({ ok: true, value: { status: 307, location: `${thief.origin}/api/2.0/x` } });
    // A question that was on its way there would be heard before this one.
    await fetch(`${thief.origin}/last`);
    expect(thief.heard.map((words) => words.split(' ')[1])).toEqual(['/last']);
  });

  test("of a hotel's network comes back as what it is", async () => {
    const portal = await openPortal();
    portal.misbehave(captivePortal());
    const answer = await openTransport().ask('a', portal.origin, question(), keyOf(portal.key));
    expect(answer).toMatchObject({
      ok: true,
      value: { status: 200, contentType: expect.stringContaining('html') },
    });
  });

  /** What comes of an answer with these bytes. */
  async function answerOf(head: string, body: Buffer | string, limit = 64 * 1024) {
    const { origin } = await rawServer((socket) =>
      socket.on('data', () => {
        socket.write(`HTTP/1.1 ${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`);
        socket.write(body);
      }),
    );
    return openTransport().ask('a', origin, question('/x', { limit }), null);
  }

  const json = JSON.stringify({ response: 'Grüße' });

  test.each([
    ['gzip', gzipSync(json)],
    ['GZIP', gzipSync(json)],
    ['x-gzip', gzipSync(json)],
    ['deflate', deflateSync(json)],
    ['deflate', deflateRawSync(json)],
    ['br', brotliCompressSync(json)],
    ['gzip, br', brotliCompressSync(gzipSync(json))],
    ['identity', Buffer.from(json)],
    ['', Buffer.from(json)],
  ])('that is packed although nobody asked for it (%s) is unpacked', async (encoding, body) => {
    expect(await answerOf(`200 OK\r\ncontent-encoding: ${encoding}`, body)).toMatchObject({
      ok: true,
      value: { body: json },
    });
  });

  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('that is a bomb (%s) is given up at the size that was asked for', async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(16 * 1024 * 1024, 'x'));
    expect(bomb.length).toBeLessThan(64 * 1024);
    const before = process.memoryUsage.rss();
    for (let time = 0; time < 20; time++)
      expect(await answerOf(`200 OK\r\ncontent-encoding: ${encoding}`, bomb)).toMatchObject({
        reason: { kind: 'tooLarge' },
      });
    expect((process.memoryUsage.rss() - before) / 1024 / 1024).toBeLessThan(50);
  });

  test.each([
    ['gzip', gzipSync(json).subarray(0, -9), { kind: 'truncated', detail: 'Z_BUF_ERROR' }],
    ['gzip', Buffer.from('<html>'), { kind: 'unexpected', detail: 'Z_DATA_ERROR' }],
    ['deflate', Buffer.alloc(0), { kind: 'truncated' }],
    ['br', Buffer.from('<html>'), { kind: 'unexpected' }],
    ['zstd', Buffer.from(json), { kind: 'unexpected', detail: 'KEEPWATCH_UNKNOWN_ENCODING' }],
    ['constructor', Buffer.from(json), { kind: 'unexpected' }],
  ])('that is damaged or packed in another way (%s) says so', async (encoding, body, reason) => {
    expect(await answerOf(`200 OK\r\ncontent-encoding: ${encoding}`, body)).toMatchObject({ reason });
  });

  test('may begin with a byte order mark, and hold bytes that are no UTF-8', async () => {
    expect(await answerOf('200 OK', `\uFEFF${json}`)).toMatchObject({ value: { body: json } });
    expect(await answerOf('200 OK', Buffer.from([123, 0xff, 125]))).toMatchObject({
      value: { body: '{\uFFFD}' },
    });
  });

  test('may have 60 KiB of headers; with more it is too large', async () => {
    const policy = (size: number) => `content-security-policy: ${'https://a.example '.repeat(size / 18)}`;
    expect(await answerOf(`200 OK\r\n${policy(60 * 1024)}`, json)).toMatchObject({ ok: true });
    expect(await answerOf(`200 OK\r\n${policy(70 * 1024)}`, json)).toMatchObject({
      reason: { kind: 'tooLarge', detail: 'UND_ERR_HEADERS_OVERFLOW' },
    });
  });

  test.each(['100 Continue', '102 Processing', '103 Early Hints\r\nlink: </x>'])(
    'may come after a word nobody asked for: %s',
    async (interim) => {
      const { origin, sockets } = await rawServer((socket) =>
        socket.on('data', () => {
          socket.write(`HTTP/1.1 ${interim}\r\n\r\n`);
          setTimeout(() => socket.write(httpAnswer(json)), 10);
        }),
      );
      const transport = openTransport();
      for (let time = 0; time < 2; time++)
        expect(await transport.ask('a', origin, question(), null)).toMatchObject({
          value: { status: 200, body: json },
        });
      expect(sockets).toHaveLength(1);
    },
  );

  test('may come in one piece with it', async () => {
    const { origin } = await rawServer((socket) =>
      socket.on('data', () => socket.write(`HTTP/1.1 100 Continue\r\n\r\n${httpAnswer(json)}`)),
    );
    expect(await openTransport().ask('a', origin, question(), null)).toMatchObject({ value: { body: json } });
  });

  test('to a question that takes long may come later than to others', async () => {
    const { origin } = await rawServer((socket) =>
      socket.on('data', () => setTimeout(() => socket.write(httpAnswer(json)), 2500)),
    );
    const ask = async (timeoutFactor = 1) =>
      openTransport().ask('a', origin, question('/x', { timeoutFactor }), null);
    expect(await Promise.all([ask(), ask(20)])).toMatchObject([
      { reason: { kind: 'timeout' } },
      { ok: true },
    ]);
  });
});

describe('the size of an answer', () => {
  const limit = 1000;
  async function askFor(body: string, chunked: boolean) {
    const { origin } = await rawServer((socket) =>
      socket.on('data', () =>
        socket.write(
          chunked
            ? `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`
            : httpAnswer(body),
        ),
      ),
    );
    return openTransport().ask('a', origin, question('/x', { limit }), null);
  }

  test.each([
    ['announced', false],
    ['in chunks', true],
  ])('may be all that was asked for, and not a byte more (%s)', async (_how, chunked) => {
    expect(await askFor('x'.repeat(limit), chunked)).toMatchObject({
      ok: true,
      value: { body: 'x'.repeat(limit) },
    });
    expect(await askFor('x'.repeat(limit + 1), chunked)).toEqual({
      ok: false,
      reason: { kind: 'tooLarge', detail: '/x', retryAt: null },
    });
  });
});
