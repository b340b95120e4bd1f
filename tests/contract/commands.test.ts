import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CommandName, commands, events, requests } from '../../src/contract/channels.ts';
import { commandSchemas, eventSchemas, requestSchemas } from '../../src/contract/schemas.ts';

// What a window may send. It is not trusted: whatever else it sends is refused.

const backup = { scope: 'portal', job: 'task-a' };

const good: { [Name in CommandName]: unknown[] } = {
  seen: [{ revision: 0 }, { revision: 12 }],
  hold: [{ held: true }, { held: false }],
  close: [{}],
  checkNow: [{ portal: null }, { portal: 'acme' }],
  pause: [{}],
  resume: [{}],
  portalAction: [
    { type: 'openLink', portal: 'acme', backup },
    { type: 'copyLink', portal: 'acme', backup: { scope: 'server', job: 'run 1' } },
    { type: 'openPage', portal: 'acme', backup },
    { type: 'openPage', portal: 'acme', backup: null },
    { type: 'openPortal', portal: 'acme' },
  ],
  rename: [
    { portal: 'acme', name: '' },
    { portal: 'acme', name: 'x'.repeat(200) },
  ],
  watchServer: [
    { portal: 'acme', on: true },
    { portal: 'acme', on: false },
  ],
  remove: [{ portal: 'a'.repeat(64) }],
  connectOpen: [{ portal: null }, { portal: 'acme' }],
  certificateOpen: [{ portal: 'acme' }],
  connectSubmit: [
    { address: '', key: '' },
    { address: 'a'.repeat(4096), key: 'k'.repeat(8192) },
  ],
  connectAgree: [{}],
  connectEdit: [{}],
  proxySignIn: [{ proxy: 'http://proxy.lan:3128', user: '', password: 'p'.repeat(200) }],
  proxyForget: [{ proxy: 'https://proxy.lan' }],
  setTheme: [{ theme: 'system' }, { theme: 'light' }, { theme: 'dark' }],
  setStartAtLogin: [{ on: true }],
  saveDiagnostics: [{}],
};

const bad: { [Name in CommandName]: unknown[] } = {
  seen: [{}, { revision: '1' }, { revision: 1.5 }, { revision: NaN }, { revision: Infinity }],
  hold: [{}, { held: 1 }, { held: 'true' }],
  close: [undefined],
  checkNow: [{}, { portal: '' }, { portal: 7 }, { portal: 'a'.repeat(65) }, { portal: undefined }],
  pause: [undefined],
  resume: [undefined],
  portalAction: [
    { type: 'openLink', portal: 'acme' },
    { type: 'openLink', portal: null, backup },
    { type: 'openLink', portal: 'acme', backup: null },
    { type: 'openLink', portal: 'acme', backup: { scope: 'other', job: 'a' } },
    { type: 'openLink', portal: 'acme', backup: { scope: 'portal', job: '' } },
    { type: 'openLink', portal: 'acme', backup: { scope: 'portal', job: 'a'.repeat(101) } },
    { type: 'openLink', portal: 'acme', backup: { ...backup, url: 'https://x' } },
    { type: 'openPortal', portal: 'acme', backup },
    { type: 'changeKey' },
    { type: 'remove', portal: 'acme' },
    { type: '__proto__', portal: 'acme' },
  ],
  rename: [{ portal: 'acme' }, { portal: 'acme', name: null }, { portal: 'acme', name: 'x'.repeat(201) }],
  watchServer: [{ portal: 'acme' }, { on: true }, { portal: null, on: true }, { portal: 'acme', on: 1 }],
  remove: [{}, { portal: null }, { portal: ['acme'] }, { portal: { toString: () => 'acme' } }],
  connectOpen: [{}, { portal: '' }],
  certificateOpen: [{}, { portal: null }, { portal: '' }],
  connectSubmit: [
    { address: 'a' },
    { key: 'k' },
    { address: 'a'.repeat(4097), key: '' },
    { address: '', key: 'k'.repeat(8193) },
    { address: ['a'], key: '' },
  ],
  connectAgree: [undefined],
  connectEdit: [undefined],
  proxySignIn: [
    { proxy: 'http://proxy.lan', user: 'u' },
    { proxy: 'javascript:1', user: 'u', password: 'p' },
    { proxy: 'http://proxy.lan', user: 'u', password: 'p'.repeat(201) },
  ],
  proxyForget: [{}, { proxy: 'file:///etc' }, { proxy: `http://${'a'.repeat(300)}` }],
  setTheme: [{}, { theme: 'neon' }, { theme: null }],
  setStartAtLogin: [{}, { on: 'yes' }],
  saveDiagnostics: [undefined],
};

const names = Object.keys(commands).filter(isCommand);

function isCommand(name: string): name is CommandName {
  return name in commands;
}

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
  test.each(names)('%s: what it should be is taken as it is', (name) => {
    for (const payload of good[name]) {
      const read = commandSchemas[name].safeParse(payload);
      expect(read.success && read.data, JSON.stringify(payload)).toEqual(payload);
    }
  });

  test.each(names)('%s: what it should not be is refused', (name) => {
    for (const payload of bad[name]) expect(accepts(name, payload), JSON.stringify(payload)).toBe(false);
  });

  test.each(names)('%s: anything more than it should be is refused', (name) => {
    for (const payload of good[name]) {
      const more = { ...Object(payload), extra: 1 };
      expect(accepts(name, more)).toBe(false);
      expect(accepts(name, [payload])).toBe(false);
    }
  });

  test.each(names)('%s: hostile payloads are refused, and nothing is thrown', (name) => {
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
    const all = [...Object.values(commands), ...Object.values(events), ...Object.values(requests)];
    expect(new Set(all).size).toBe(all.length);
    for (const channel of all) expect(channel).toMatch(/^keepwatch:[a-z-]+$/);
    expect(Object.keys(commandSchemas).toSorted()).toEqual(Object.keys(commands).toSorted());
    expect(Object.keys(eventSchemas).toSorted()).toEqual(Object.keys(events).toSorted());
    expect(Object.keys(requestSchemas).toSorted()).toEqual(Object.keys(requests).toSorted());
  });

  test('hello asks for nothing, and is answered with a snapshot', () => {
    expect(requestSchemas.hello.input.safeParse({}).success).toBe(true);
    for (const bad of [undefined, null, 'all', [], { all: true }, JSON.parse('{"__proto__":{"all":true}}')]) {
      expect(requestSchemas.hello.input.safeParse(bad).success, JSON.stringify(bad)).toBe(false);
    }
    fc.assert(
      fc.property(hostile, (payload) => {
        const read = requestSchemas.hello.input.safeParse(payload);
        if (read.success) expect(Object.keys(read.data)).toEqual([]);
      }),
    );
    expect(requestSchemas.hello.output).toBe(eventSchemas.snapshot);
  });
});
