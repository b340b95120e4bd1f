import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Answering, answered, asked, followed, notRunning, place } from './answering.ts';

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
    '{"is":"status","facts":{"version":1},"lines":[{"tone":"constructor","text":""}]}\n',
  ])('says so when what answers is something else: %j', async (said) => {
    const where = place();
    mkdirSync(where.folder ?? '', { mode: 0o700 });
    const other = createServer((connection) => connection.end(said));
    await new Promise((listening) => other.listen(where.socket, () => listening(null)));
    onTestFinished(() => void other.close());
    expect(await asked(where)).toEqual(['', 'unreadable']);
    expect(await followed(where).done).toBe('unreadable');
  });
});
