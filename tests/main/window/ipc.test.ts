import { anything, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { channelOf, commandNames } from '../../../src/contract/channels.ts';
import { sendHistory, sendSnapshot } from '../../../src/main/window/ipc.ts';
import { pageOrigin, pageUrl } from '../../../src/main/window/protocol.ts';
import { words } from '../../support/words.ts';
import { start, stateOf } from '../../support/given.ts';
import { cases, Channels, type Sender } from './channels.ts';
import { windowOf } from '../../support/present/shown.ts';

const snapshot = windowOf(stateOf(), words, start, 1, true);
const open = (): Channels => new Channels(() => snapshot);
const huge = 'x'.repeat(10 * 1024 * 1024);

test('every channel of the contract is listened to, and no other', () => {
  expect(open().names.toSorted()).toEqual([...commandNames, 'hello' as const].map(channelOf).toSorted());
});

describe('what the window sends', () => {
  test.each(cases)('%s is done', (name, channel, input) => {
    const channels = open();
    channels.send(channel, input);
    expect(channels.done).toEqual([[name, input]]);
    expect(channels.refused).toEqual([]);
  });

  test('"hello" is answered with the first snapshot', () => {
    expect(open().send(channelOf('hello'), {})).toEqual(snapshot);
  });
});

describe('what somebody else sends is refused by name, and not done', () => {
  const others: Array<[who: string, from: (channels: Channels) => Sender]> = [
    ['another window', ({ window }) => ({ sender: {}, senderFrame: window.mainFrame })],
    ['a frame in the page', ({ window }) => ({ sender: window, senderFrame: { url: pageUrl } })],
    ['a frame that is gone', ({ window }) => ({ sender: window, senderFrame: null })],
    ['a window that is closed', (channels) => ((channels.open = false), channels.self())],
    ...[
      'https://keepwatch.example/',
      `${pageOrigin}.example/index.html`,
      'file:///etc/passwd',
      'about:blank',
      'keepwatch://other/index.html',
      pageOrigin,
      '',
    ].map((url): [string, (channels: Channels) => Sender] => [
      `the page "${url}"`,
      ({ window }) => {
        window.mainFrame.url = url;
        return { sender: window, senderFrame: window.mainFrame };
      },
    ]),
  ];

  test.each(others)('%s', (_who, from) => {
    for (const [, channel, input] of cases) {
      const channels = open();
      channels.send(channel, input, from(channels));
      expect([channels.done, channels.refused]).toEqual([[], [`${channel} sender`]]);
    }
    const channels = open();
    const sender = from(channels);
    expect(() => channels.send(channelOf('hello'), {}, sender)).toThrow('refused');
    expect(channels.refused).toEqual([`${channelOf('hello')} sender`]);
  });
});

describe('a message that is not in the contract is refused by name, and not done', () => {
  const bad: Array<[what: string, of: (input: Record<string, unknown>) => unknown[]]> = [
    ['nothing', () => [undefined, null]],
    ['another kind of thing', () => [0, 1n, true, 'text', huge]],
    [
      'a member too many',
      (input) => [
        { ...input, more: 1 },
        { ...input, constructor: 1 },
      ],
    ],
    [
      'a prototype',
      (input) => [JSON.parse(`{"__proto__":{"a":1},${JSON.stringify(input).slice(1)}`.replace(',}', '}'))],
    ],
    ['a member missing', (input) => Object.keys(input).map((key) => ({ ...input, [key]: undefined }))],
    [
      'a member of another kind',
      (input) =>
        Object.keys(input).flatMap((key) =>
          [{}, [], Number.NaN, 0.5, 7n, huge].map((value) => ({ ...input, [key]: value })),
        ),
    ],
  ];

  test.each(bad)('%s', (_what, of) => {
    for (const [name, channel, good] of cases) {
      for (const input of of(good)) {
        const channels = open();
        channels.send(channel, input);
        expect([name, channels.done, channels.refused]).toEqual([name, [], [`${channel} payload`]]);
      }
    }
  });

  test('anything at all', () => {
    const channels = open();
    const any = anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true });
    assert(
      property(constantFrom(...cases), any, ([, channel], input) => {
        const before = channels.done.length + channels.refused.length;
        channels.send(channel, input);
        expect(channels.done.length + channels.refused.length).toBe(before + 1);
      }),
      { numRuns: 2000 },
    );
    // What is allowed without a word has nothing in it: "close", "pause" …
    expect(channels.done.every(([, input]) => Object.keys(Object(input)).length === 0)).toBe(true);
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false);
  });

  test('"hello" with anything in it', () => {
    const channels = open();
    for (const input of [undefined, null, 'hello', { more: 1 }])
      expect(() => channels.send(channelOf('hello'), input)).toThrow('refused');
    expect(channels.refused).toHaveLength(4);
  });
});

describe('what is sent to the window', () => {
  test('is what the contract knows, and nothing that came along', () => {
    const sent: unknown[][] = [];
    const window = { send: (...words: unknown[]) => void sent.push(words) };
    sendSnapshot(window, snapshot);
    expect(sent).toEqual([[channelOf('snapshot'), snapshot]]);
    const leak = { ...snapshot, key: 'sk-0123456789' };
    expect(() => sendSnapshot(window, leak)).toThrow('key');
    expect(sent).toHaveLength(1);
  });

  test('of the runs of a portal neither', () => {
    const sent: unknown[][] = [];
    const window = { send: (...words: unknown[]) => void sent.push(words) };
    const view = {
      note: null,
      none: null,
      latest: null,
      chosen: null,
      durations: null,
      runs: [],
      more: null,
    };
    sendHistory(window, view);
    expect(sent).toEqual([[channelOf('history'), view]]);
    const leak = { ...view, link: 'https://acme.example/storage?auth=1' };
    expect(() => sendHistory(window, leak)).toThrow('link');
    expect(sent).toHaveLength(1);
  });
});
