import { describe, expect, test } from 'vitest';
import type { CommandPorts } from '../../../src/main/commandLine/ports.ts';
import {
  Answering,
  answered,
  asked,
  followed,
  listening,
  notRunning,
  ours,
  place,
  silent,
} from './answering.ts';

describe('whoever asks', () => {
  test('believes no socket of another user', async () => {
    const where = place();
    await Answering.open(where);
    expect(await asked(where, 4711)).toEqual(notRunning);
    expect(await asked(where, 0)).toEqual(answered);
  });

  test.each([
    'HTTP/1.1 400 Bad Request\r\n\r\n',
    '{}\n',
    '{"is":"status","facts":{"version":2},"lines":[]}\n',
    '{"is":"status","facts":{"version":1},"lines":[{"tone":"calm"}]}\n',
  ])('follows nothing that is not this version of Keepwatch, and says so: %j', async (said) => {
    const where = await listening((connection) => connection.end(said));
    expect(await followed(where).done).toBe('unreadable');
  });

  test.each(['', '{"facts":'])('is told where what runs ends without an answer: %j', async (said) => {
    const where = await listening((connection) => connection.end(said));
    expect(await asked(where)).toEqual(silent);
    expect(await followed(where).done).toBe('silent');
  });

  test('prints nothing that commands the terminal', async () => {
    const where = await listening((connection) => connection.end('Acme\u001B]0;title\u0007: idle\n'));
    expect(await asked(where)).toEqual(['Acme]0;title: idle\n', null]);
  });

  test('does not wait for ever for one that hangs', async () => {
    let passTime = (): void => undefined;
    const where = await listening((connection) => connection.once('data', () => passTime()));
    const waited: number[] = [];
    const later: CommandPorts['after'] = (delay, wake) => {
      waited.push(delay);
      passTime = wake;
      return () => undefined;
    };
    expect(await asked(where, ours, later)).toEqual(silent);
    expect(waited).toEqual([5000]);
  });
});
