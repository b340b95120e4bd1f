import { describe, expect, test } from 'vitest';
import { httpAnswer, rawServer } from '../../support/network/rawServer.ts';
import { keyOf } from '../../support/keyOf.ts';
import { openTransport, question } from './transports.ts';

describe('a request', () => {
  test('that is to change something is posted, in JSON', async () => {
    const heard: string[] = [];
    const { origin, port } = await rawServer((socket) =>
      socket.on('data', (data) => {
        heard.push(data.toString('latin1'));
        socket.write(httpAnswer('{}'));
      }),
    );
    const request = question('/api/2.0/backup/startbackup', { body: '{"dump":false}' });
    await openTransport().ask('a', origin, request, keyOf('sk-0123456789abcdef'));
    const [head = '', body] = heard.join('').split('\r\n\r\n');
    expect(head.split('\r\n').toSorted()).toEqual([
      'POST /api/2.0/backup/startbackup HTTP/1.1',
      'accept-encoding: identity',
      'accept: application/json',
      'authorization: Bearer sk-0123456789abcdef',
      'connection: keep-alive',
      'content-length: 14',
      'content-type: application/json',
      `host: 127.0.0.1:${port}`,
      'user-agent: Keepwatch/1.2.3',
    ]);
    expect(body).toBe('{"dump":false}');
  });

  test('that is to change something goes over a connection of its own, and once, whatever becomes of it', async () => {
    const posted: string[] = [];
    let connections = 0;
    const { origin } = await rawServer((socket) => {
      connections += 1;
      socket.on('data', (data) => {
        const text = data.toString('latin1');
        if (!text.startsWith('POST')) return socket.write(httpAnswer('{}'));
        posted.push(text);
        return socket.destroy();
      });
    });
    const transport = openTransport();
    expect(await transport.ask('a', origin, question(), null)).toMatchObject({ ok: true });
    const came = await transport.ask('a', origin, question('/x', { body: '' }), null);
    expect(came).toMatchObject({ ok: false, reason: { kind: 'cut' } });
    expect([posted.length, connections]).toEqual([1, 2]);
  });
});
