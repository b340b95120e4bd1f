import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openPortal } from '../../support/docspace/openPortal.ts';
import { captivePortal, redirectTo } from '../../support/docspace/portal/misbehaviour/answers.ts';
import { httpAnswer, rawServer } from '../../support/rawServer.ts';
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

  test('that is packed although nobody asked for it is not unpacked: a small bomb stays small', async () => {
    const bomb = gzipSync(Buffer.alloc(8 * 1024 * 1024, 'x'), { level: 9 });
    const { origin } = await rawServer((socket) =>
      socket.on('data', () => {
        socket.write(
          `HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-type: application/json\r\ncontent-length: ${bomb.length}\r\n\r\n`,
        );
        socket.write(bomb);
      }),
    );
    const answer = await openTransport().ask('a', origin, question('/x', { limit: 64 * 1024 }), null);
    expect(answer.ok && answer.value.body.length).toBeLessThanOrEqual(bomb.length);
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
