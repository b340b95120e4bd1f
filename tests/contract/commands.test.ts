import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { channelOf, type CommandName, commandNames, recordOf } from '../../src/contract/channels.ts';
import { commandSchemas } from '../../src/contract/commands.ts';

// What a window may send. It is not trusted: whatever else it sends is refused.

const backup = { scope: 'portal', job: 'task-a' };

const good: { [Name in CommandName]: unknown[] } = {
  dispatch: [
    { type: 'openLink', portal: 'acme', backup },
    { type: 'copyLink', portal: 'acme', backup: { scope: 'server', job: 'run 1' } },
    { type: 'openPage', portal: 'acme', backup },
    { type: 'openPage', portal: 'acme', backup: null },
    { type: 'openPortal', portal: 'acme' },
    { type: 'checkNow', portal: null },
    { type: 'checkNow', portal: 'acme' },
    { type: 'paused', until: Infinity },
    { type: 'paused', until: 1795143911000 },
    { type: 'pausedBriefly' },
    { type: 'resumed' },
    { type: 'rename', portal: 'acme', name: '' },
    { type: 'rename', portal: 'acme', name: 'x'.repeat(200) },
    { type: 'watchServer', portal: 'acme', on: true },
    { type: 'watchServer', portal: 'acme', on: false },
    { type: 'remove', portal: 'a'.repeat(64) },
    { type: 'connectOpened', portal: null },
    { type: 'connectOpened', portal: 'acme' },
    { type: 'certificateOpened', portal: 'acme' },
    { type: 'connectAgreed' },
    { type: 'connectEdited' },
    { type: 'unlockKeyring' },
    { type: 'theme', theme: 'system' },
    { type: 'theme', theme: 'light' },
    { type: 'theme', theme: 'dark' },
    { type: 'warnAfter', portal: 'acme', days: 7 },
    { type: 'warnAfter', portal: 'acme', days: null },
    { type: 'saveArchive', portal: 'acme', backup },
    { type: 'stopSaving', portal: 'acme', backup },
    { type: 'showArchive', portal: 'acme', backup },
    { type: 'retrySaving', portal: 'acme' },
    { type: 'saveEvery', portal: 'acme', keep: 7 },
    { type: 'saveEvery', portal: 'acme', keep: 'all' },
    { type: 'saveEvery', portal: 'acme', keep: 'off' },
    { type: 'chooseFolder', portal: 'acme' },
    { type: 'distrust', portal: 'acme' },
    { type: 'notifyOf', kind: 'finished', on: false },
    { type: 'polling', polling: 'automatic' },
    { type: 'polling', polling: 'minute' },
    { type: 'historyOpened', portal: 'acme' },
    { type: 'historyClosed' },
    { type: 'runChosen', run: { scope: 'server', id: 'run 1 1795143911000' } },
    { type: 'allRunsWanted' },
  ],
  seen: [{ revision: 0 }, { revision: 12 }],
  hold: [{ held: true }, { held: false }],
  close: [{}],
  quit: [{}],
  connectSubmit: [
    { address: '', key: '' },
    { address: 'a'.repeat(4096), key: 'k'.repeat(8192) },
  ],
  proxySignIn: [{ proxy: 'http://proxy.lan:3128', user: '', password: 'p'.repeat(200) }],
  proxyForget: [{ proxy: 'https://proxy.lan' }],
  setStartAtLogin: [{ on: true }],
  saveDiagnostics: [{}],
  exportPortals: [{}],
  importPortals: [{}],
};

const bad: { [Name in CommandName]: unknown[] } = {
  dispatch: [
    {},
    { type: 'openLink', portal: 'acme' },
    { type: 'openLink', portal: null, backup },
    { type: 'openLink', portal: 'acme', backup: null },
    { type: 'openLink', portal: 'acme', backup: { scope: 'other', job: 'a' } },
    { type: 'openLink', portal: 'acme', backup: { scope: 'portal', job: '' } },
    { type: 'openLink', portal: 'acme', backup: { scope: 'portal', job: 'a'.repeat(201) } },
    { type: 'openLink', portal: 'acme', backup: { ...backup, url: 'https://x' } },
    { type: 'openPortal', portal: 'acme', backup },
    { type: 'changeKey' },
    { type: '__proto__', portal: 'acme' },
    ...[{}, { portal: '' }, { portal: 7 }, { portal: 'a'.repeat(65) }, { portal: undefined }].map(
      (input) => ({
        type: 'checkNow',
        ...input,
      }),
    ),
    { type: 'paused' },
    { type: 'paused', until: 0 },
    { type: 'paused', until: NaN },
    { type: 'paused', until: 1e300 },
    { type: 'pausedBriefly', length: 1 },
    { type: 'rename', portal: 'acme' },
    { type: 'rename', portal: 'acme', name: null },
    { type: 'rename', portal: 'acme', name: 'x'.repeat(201) },
    { type: 'watchServer', portal: 'acme' },
    { type: 'watchServer', on: true },
    { type: 'watchServer', portal: null, on: true },
    { type: 'watchServer', portal: 'acme', on: 1 },
    { type: 'remove' },
    { type: 'remove', portal: null },
    { type: 'remove', portal: ['acme'] },
    { type: 'remove', portal: { toString: () => 'acme' } },
    { type: 'connectOpened' },
    { type: 'connectOpened', portal: '' },
    { type: 'certificateOpened', portal: null },
    { type: 'theme', theme: 'neon' },
    { type: 'theme', theme: null },
    { type: 'warnAfter', portal: 'acme', days: 5 },
    { type: 'warnAfter', days: 7 },
    { type: 'saveArchive', portal: 'acme', backup: null },
    { type: 'showArchive', portal: 'acme', backup, file: '/etc/passwd' },
    { type: 'saveEvery', portal: 'acme', keep: 0 },
    { type: 'saveEvery', portal: 'acme', keep: 3, folder: '/etc' },
    { type: 'chooseFolder', portal: 'acme', folder: '/etc' },
    // Which folder it is, only the system's own dialogue says.
    { type: 'folderChosen', portal: 'acme', backup: null, keep: 1, folder: '/etc' },
    { type: 'saveEnded', portal: 'acme', backup, result: { ok: false, reason: { of: 'stopped' } } },
    { type: 'archivesGone', portal: 'acme', files: [] },
    { type: 'distrust' },
    { type: 'notifyOf', kind: 'weather', on: false },
    { type: 'notifyOf', kind: 'finished' },
    { type: 'polling', polling: 1000 },
    { type: 'historyOpened' },
    { type: 'historyOpened', portal: null },
    { type: 'runChosen', run: null },
    { type: 'runChosen', run: { scope: 'other', id: 'a' } },
    { type: 'runChosen', run: { scope: 'portal', id: '' } },
    { type: 'runsRead', portal: 'acme', runs: [] },
    // What happens elsewhere than in a window.
    { type: 'time' },
    { type: 'notificationShown', items: [] },
    { type: 'keyStatus', portal: 'acme', keyStatus: 'ready' },
    { type: 'application', facts: {} },
    { type: 'seen', visible: { endings: [], items: [] } },
    { type: 'connectSubmitted', address: 'a', keyKind: 'apiKey' },
  ],
  seen: [{}, { revision: '1' }, { revision: 1.5 }, { revision: NaN }, { revision: Infinity }],
  hold: [{}, { held: 1 }, { held: 'true' }],
  close: [undefined],
  quit: [undefined],
  connectSubmit: [
    { address: 'a' },
    { key: 'k' },
    { address: 'a'.repeat(4097), key: '' },
    { address: '', key: 'k'.repeat(8193) },
    { address: ['a'], key: '' },
  ],
  proxySignIn: [
    { proxy: 'http://proxy.lan', user: 'u' },
    { proxy: 'javascript:1', user: 'u', password: 'p' },
    { proxy: 'http://proxy.lan', user: 'u', password: 'p'.repeat(201) },
  ],
  proxyForget: [{}, { proxy: 'file:///etc' }, { proxy: `http://${'a'.repeat(300)}` }],
  setStartAtLogin: [{}, { on: 'yes' }],
  saveDiagnostics: [undefined],
  exportPortals: [undefined, { place: '/etc/passwd' }],
  importPortals: [undefined, { file: '/etc/passwd' }],
};

function membersOf(name: CommandName): string[] {
  return Object.keys(Object(good[name][0])).toSorted();
}

function accepts(name: CommandName, payload: unknown): boolean {
  return commandSchemas[name].safeParse(payload).success;
}

/** What no window of ours would ever send. */
const hostile = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
  }),
  fc.constantFrom<unknown>(null, undefined, 0, '', [], () => 1, Symbol('x'), new Proxy({}, {}), globalThis),
);

describe('a command of the window', () => {
  test.each(commandNames)('%s: what it should be is taken as it is', (name) => {
    for (const payload of good[name]) {
      const read = commandSchemas[name].safeParse(payload);
      expect(read.success && read.data, JSON.stringify(payload)).toEqual(payload);
    }
  });

  test.each(commandNames)('%s: what it should not be is refused', (name) => {
    for (const payload of bad[name]) expect(accepts(name, payload), JSON.stringify(payload)).toBe(false);
  });

  test.each(commandNames)('%s: anything more than it should be is refused', (name) => {
    for (const payload of good[name]) {
      const more = { ...Object(payload), extra: 1 };
      expect(accepts(name, more)).toBe(false);
      expect(accepts(name, [payload])).toBe(false);
    }
  });

  test.each(commandNames)('%s: hostile payloads are refused, and nothing is thrown', (name) => {
    fc.assert(
      fc.property(hostile, (payload) => {
        const read = commandSchemas[name].safeParse(payload);
        // What is taken has the members that it should have, and no other.
        if (read.success) expect(Object.keys(read.data).toSorted()).toEqual(membersOf(name));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the channels', () => {
  test('each has a name of its own, and a schema', () => {
    const all = [...commandNames, 'hello', 'snapshot', 'history'] as const;
    for (const channel of all.map(channelOf)) expect(channel).toMatch(/^keepwatch:[a-zA-Z]+$/);
    expect(new Set(all).size).toBe(all.length);
    expect(Object.keys(commandSchemas).toSorted()).toEqual(commandNames.toSorted());
  });

  test('there is one value for each of some names', () => {
    expect(recordOf(['a', 'b'], (name) => `${name}!`)).toEqual({ a: 'a!', b: 'b!' });
  });
});
