import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { openPortal } from '../../support/docspace/openPortal.ts';
import { hold } from '../../support/docspace/portal/misbehaviour/network.ts';
import { waitFor } from '../../support/desktop/waitFor.ts';
import { httpAnswer, rawServer } from '../../support/network/rawServer.ts';
import { keyOf } from '../../support/keyOf.ts';
import { openTransport, question, quick } from './transports.ts';

const key = keyOf('sk-0123456789');

/** A server that answers each connection so often, and then as `afterwards` says. */
async function answersThen(times: number, afterwards: (socket: Socket) => void) {
  let asked = 0;
  const server = await rawServer((socket) => {
    let left = times;
    socket.on('data', () => {
      asked += 1;
      if (left-- > 0) socket.write(httpAnswer('{}'));
      else afterwards(socket);
    });
  });
  return { ...server, asked: () => asked };
}

describe('connections', () => {
  test('are shared by the looks at one portal', async () => {
    const server = await answersThen(Infinity, () => undefined);
    const transport = openTransport();
    for (let poll = 0; poll < 5; poll++) await transport.ask('a', server.origin, question(), key);
    expect([server.sockets.length, server.asked()]).toEqual([1, 5]);
  });

  test('are not shared by two portals', async () => {
    const server = await answersThen(Infinity, () => undefined);
    const transport = openTransport();
    await transport.ask('a', server.origin, question(), key);
    await transport.ask('b', server.origin, question(), key);
    expect(server.sockets).toHaveLength(2);
  });

  test('are let go of when nobody asks for a while', async () => {
    const server = await answersThen(Infinity, () => undefined);
    const transport = openTransport({ ...quick, keepAlive: 200 });
    await transport.ask('a', server.origin, question(), key);
    expect(await waitFor('the end of the connection', () => server.sockets[0]?.destroyed)).toBe(true);
  });

  test('of one portal are forgotten, and those of the others stay', async () => {
    const server = await answersThen(Infinity, () => undefined);
    const transport = openTransport();
    await transport.ask('a', server.origin, question(), key);
    await transport.ask('b', server.origin, question(), key);
    transport.drop('a');
    await waitFor('the end of the first connection', () => server.sockets[0]?.destroyed);
    await transport.ask('b', server.origin, question(), key);
    expect(server.sockets).toHaveLength(2);
    transport.drop();
    await waitFor('the end of the other', () => server.sockets[1]?.destroyed);
    expect(await transport.ask('a', server.origin, question(), key)).toMatchObject({ ok: true });
  });

  test('that are forgotten in the middle of a question end it, and it is not asked again', async () => {
    const portal = await openPortal();
    const transport = openTransport({ ...quick, headers: 60_000 });
    await transport.ask('a', portal.origin, question(), keyOf(portal.key));
    portal.misbehave(hold());
    const answer = transport.ask('a', portal.origin, question(), keyOf(portal.key));
    await waitFor('the question', () => portal.requests.length === 2);
    transport.drop();
    expect(await answer).toMatchObject({ ok: false, reason: { kind: 'cut' } });
    expect(portal.requests).toHaveLength(2);
  });
});

describe('a pooled connection that is dead', () => {
  test('is replaced without a word', async () => {
    const server = await answersThen(1, (socket) => socket.destroy());
    const transport = openTransport();
    await transport.ask('a', server.origin, question(), key);
    expect(await transport.ask('a', server.origin, question(), key)).toMatchObject({ ok: true });
    expect([server.sockets.length, server.asked()]).toEqual([2, 3]);
  });

  test('is replaced once, not for ever', async () => {
    let asked = 0;
    const { origin } = await rawServer((socket, number) =>
      socket.on('data', () => {
        asked += 1;
        if (asked === 1 && number === 1) socket.write(httpAnswer('{}'));
        else socket.destroy();
      }),
    );
    const transport = openTransport();
    await transport.ask('a', origin, question(), key);
    expect(await transport.ask('a', origin, question(), key)).toMatchObject({ reason: { kind: 'cut' } });
    expect(asked).toBe(3);
  });

  test('is not the same as a new one that is cut: that is told at once', async () => {
    const server = await answersThen(0, (socket) => socket.destroy());
    expect(await openTransport().ask('a', server.origin, question(), key)).toMatchObject({ ok: false });
    expect(server.asked()).toBe(1);
  });

  test('is not the same as one that is cut in the middle of an answer: that was alive', async () => {
    const server = await answersThen(1, (socket) =>
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf'),
    );
    const transport = openTransport();
    await transport.ask('a', server.origin, question(), key);
    expect(await transport.ask('a', server.origin, question(), key)).toMatchObject({
      reason: { kind: 'truncated' },
    });
    expect(server.asked()).toBe(2);
  });

  test('and says nothing at all costs one look, and the next has a new one', async () => {
    const server = await answersThen(1, () => undefined);
    const transport = openTransport();
    await transport.ask('a', server.origin, question(), key);
    expect(await transport.ask('a', server.origin, question(), key)).toMatchObject({
      reason: { kind: 'timeout' },
    });
    expect(await transport.ask('a', server.origin, question(), key)).toMatchObject({ ok: true });
    expect(server.sockets).toHaveLength(2);
  });

  test('takes no more time for its second try than one question may take', async () => {
    const server = await rawServer((socket, number) => {
      let asked = 0;
      socket.on('data', () => {
        asked += 1;
        if (number === 1 && asked === 1) socket.write(httpAnswer('{}'));
        else if (number === 1) setTimeout(() => socket.destroy(), 300);
      });
    });
    const transport = openTransport({ ...quick, headers: 60_000, whole: 600 });
    await transport.ask('a', server.origin, question(), key);
    const began = performance.now();
    expect(await transport.ask('a', server.origin, question(), key)).toMatchObject({ ok: false });
    expect(performance.now() - began).toBeLessThan(850);
  });
});
