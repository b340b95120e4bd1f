import { describe, expect, test } from 'vitest';
import { waitFor } from '../../support/desktop/waitFor.ts';
import { Answering, answered, asked, connected, place } from './answering.ts';

describe('a client that', () => {
  test.each([
    ['asks nothing of the kind', '{"version":1,"ask":"key"}\n'],
    ['asks in another version', '{"version":2,"ask":"status","as":"json"}\n'],
    ['asks for more than there is', '{"version":1,"ask":"status","as":"json","portal":"x"}\n'],
    ['does not speak JSON', 'status\n'],
    ['does not say how', '{"version":1,"ask":"status"}\n'],
    ['asks twice', '{"version":1,"ask":"status","as":"json"}\n{"version":1,"ask":"status","as":"json"}\n'],
    ['never ends its line', 'x'.repeat(5000)],
    ['asks at endless length', `{"version":1,${' '.repeat(2000)}"ask":"status"}\n`],
    ['sends what is no text', '\u0000\uFFFF\n'],
  ])('%s is let go without an answer', async (_what, says) => {
    const where = place();
    await Answering.open(where);
    const client = connected(where, says);
    await waitFor('its end', () => client.closed);
    expect(client.heard).toBe('');
    expect(await asked(where)).toEqual(answered);
  });

  test('never reads costs no more than a bound, and keeps nobody from hearing', async () => {
    const where = place();
    const server = await Answering.open(where);
    const deaf = connected(where, '{"version":1,"ask":"follow"}\n');
    deaf.pause();
    const other = connected(where, '{"version":1,"ask":"follow"}\n');
    await waitFor('both', () => server.tells.size === 2);
    server.tell(20_000);
    await waitFor('one that is left', () => server.tells.size <= 1 && other.heard.length > 0);
    server.tell();
    expect(await asked(where)).toEqual(answered);
  });

  test('opens a thousand connections gets a few of them, and leaves room for others when it has gone', async () => {
    const where = place();
    const server = await Answering.open(where);
    const many = Array.from({ length: 1000 }, () => connected(where, '{"version":1,"ask":"follow"}\n'));
    await waitFor('most of them refused', () => many.filter(({ closed }) => closed).length >= 900);
    expect(server.tells.size).toBeLessThanOrEqual(32);
    for (const one of many) one.destroy();
    const said = await waitFor('an answer', async () => (await asked(where))[0]);
    expect(said).toBe(answered[0]);
  });

  test('goes in the middle of the answer disturbs nobody', async () => {
    const where = place();
    const server = await Answering.open(where);
    const client = connected(where, '{"version":1,"ask":"follow"}\n');
    await waitFor('a follower', () => server.tells.size === 1);
    client.destroy();
    server.tell(100);
    await waitFor('nobody', () => server.tells.size === 0);
    expect(server.failures).toEqual([]);
  });
});
