import { setImmediate as breath } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { FailureKind } from '../../../src/core/net/failure.ts';
import { openPortal } from '../../support/docspace/openPortal.ts';
import {
  cutShort,
  endlessBody,
  hangUp,
  hold,
  stalledBody,
} from '../../support/docspace/portal/misbehaviour/network.ts';
import type { Misbehaviour } from '../../support/docspace/portal/misbehaviour/misbehaviours.ts';
import { rawServer } from '../../support/network/rawServer.ts';
import { keyOf } from '../../support/keyOf.ts';
import { openTransport, question, quick } from './transports.ts';

async function failureOf(origin: string, timeouts = quick): Promise<FailureKind | 'none'> {
  const answer = await openTransport(timeouts).ask('a', origin, question(), keyOf('sk-0123456789'));
  return answer.ok ? 'none' : answer.reason.kind;
}

describe('a portal that cannot be asked', () => {
  test.each<[string, Misbehaviour, FailureKind]>([
    ['says nothing', hold(), 'timeout'],
    ['begins a body and stops', stalledBody(), 'stalled'],
    ['hangs up', hangUp(), 'cut'],
    ['is cut off in the middle of its answer', cutShort(), 'truncated'],
    ['never ends its answer', endlessBody(), 'tooLarge'],
  ])('%s', async (_what, misbehaviour, kind) => {
    const portal = await openPortal();
    const end = portal.misbehave(misbehaviour);
    expect(await failureOf(portal.origin)).toBe(kind);
    end();
    expect(await failureOf(portal.origin)).toBe('none');
  });

  test('has nobody at its port', async () => {
    const { origin, port } = await rawServer(() => undefined);
    expect(origin).toContain(String(port));
    // Port 9 of this machine: nothing listens there.
    expect(await failureOf('http://127.0.0.1:9')).toBe('refused');
  });

  test('has no name', async () => {
    expect(['noSuchHost', 'lookupFailed']).toContain(await failureOf('https://keepwatch.invalid'));
  });

  test.each([
    ['drips', (send: (text: string) => void) => send('x'), 'stalled'],
    ['drips its headers', (send: (text: string) => void) => send('x-more: y\r\n'), 'timeout'],
  ])('%s: it may take its time in all as well', async (what, drip, kind) => {
    const { origin } = await rawServer((socket) => {
      const begin =
        what === 'drips' ? 'HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n' : 'HTTP/1.1 200 OK\r\n';
      socket.once('data', () => {
        socket.write(begin);
        const timer = setInterval(() => drip((text) => socket.write(text)), 20);
        socket.on('close', () => clearInterval(timer));
      });
    });
    const began = performance.now();
    expect(await failureOf(origin, { ...quick, headers: 60_000, whole: 400 })).toBe(kind);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test.each([
    ['not HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', 'unexpected'],
    ['an answer with no sense', 'HTTP/1.1 999999 ?\r\n\r\n', 'unexpected'],
    ['nothing but the end', '', 'cut'],
  ])('speaks %s', async (_what, words, kind) => {
    const { origin } = await rawServer((socket) => socket.on('data', () => socket.end(words)));
    expect(await failureOf(origin)).toBe(kind);
  });

  test('costs no more memory than was allowed, however long it goes on', async () => {
    const portal = await openPortal();
    portal.misbehave(endlessBody());
    const transport = openTransport();
    const ask = async () => transport.ask('a', portal.origin, question(), keyOf(portal.key));
    const askOften = async () => {
      for (let time = 0; time < 60; time++) expect(await ask()).toMatchObject({ ok: false });
      await breath();
      return process.memoryUsage.rss() / 1024 / 1024;
    };
    // The first round fills the heaps of the server and the client, which are one process here. A heap grows in leaps:
    // what leaks grows in every round.
    let before = await askOften();
    const growths: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const after = await askOften();
      growths.push(after - before);
      before = after;
    }
    expect(Math.min(...growths)).toBeLessThan(20);
  });
});
