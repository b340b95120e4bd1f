import { expect, test } from 'vitest';
import type { Key } from '../../../src/core/docspace/authorization.ts';
import type { Event } from '../../../src/core/event.ts';
import type { Visible } from '../../../src/core/event.ts';
import { createWindowCommands } from '../../../src/main/app/windowCommands.ts';
import { waitFor } from '../../support/desktop/waitFor.ts';

/** `diskIsFull`: nothing can be kept. */
function handle({ diskIsFull = false } = {}) {
  const events: Event[] = [];
  const keys: Array<Key | null> = [];
  const window: unknown[] = [];
  const logins: boolean[] = [];
  const entries: string[][] = [];
  let visible: Visible | null = { endings: [], items: [] };
  const handlers = createWindowCommands({
    engine: { dispatch: (event) => events.push(event) },
    vault: { hold: (key) => keys.push(key) },
    presenter: { visibleAt: () => visible },
    window: { hold: (held) => window.push(['hold', held]), close: () => window.push('close') },
    // A home that cannot be written to: it stays as it was.
    autostart: { isOn: () => false, set: (on) => logins.push(on) },
    proxyCredentials: {
      keep: async (...entered) => (diskIsFull ? false : entries.push(entered) > 0),
      forget: (proxy) => entries.push(['forget', proxy]),
      known: () => entries.map(([proxy = '']) => proxy),
    },
    saveDiagnostics: () => window.push('diagnostics'),
    exportPortals: () => window.push('export'),
    importPortals: () => window.push('import'),
    quit: () => window.push('quit'),
  });
  return {
    handlers,
    events,
    keys,
    entries,
    window,
    logins,
    sees: (next: Visible | null) => (visible = next),
  };
}

test('what is the core’s affair is passed on as it is, and the rest does what it says', () => {
  const { handlers, events, window } = handle();
  const copy = { type: 'copyLink', portal: 'a', backup: { scope: 'portal', job: 'j' } } as const;
  handlers.dispatch(copy);
  handlers.hold({ held: true });
  handlers.close({});
  handlers.saveDiagnostics({});
  handlers.exportPortals({});
  handlers.importPortals({});
  handlers.quit({});
  expect(events).toEqual([copy]);
  expect(window).toEqual([['hold', true], 'close', 'diagnostics', 'export', 'import', 'quit']);
});

test.each([
  ['colon', 'ada:lovelace', false],
  ['notSaved', 'ada', true],
] as const)(
  'a sign-in that cannot be kept (%s) says so, and nobody is asked with it',
  async (why, user, diskIsFull) => {
    const { handlers, events, entries } = handle({ diskIsFull });
    const proxy = 'http://proxy.lan:3128';
    handlers.proxySignIn({ proxy, user, password: 'se:cret' });
    await waitFor('the refusal', () => events.length > 0);
    expect(entries).toEqual([]);
    expect(events).toEqual([
      { type: 'application', facts: { signedInTo: [], signInNotKept: { proxy, why } } },
    ]);
  },
);

test('a proxy’s password goes to where it is kept, and only that there is one into the state', async () => {
  const { handlers, events, entries } = handle();
  handlers.proxySignIn({ proxy: 'http://proxy.lan:3128', user: 'ada', password: 'secret' });
  await waitFor('the check', () => events.length > 1);
  expect(entries).toEqual([['http://proxy.lan:3128', 'ada', 'secret']]);
  expect(events).toEqual([
    { type: 'application', facts: { signedInTo: ['http://proxy.lan:3128'], signInNotKept: null } },
    { type: 'checkNow', portal: null },
  ]);
  handlers.proxyForget({ proxy: 'http://proxy.lan:3128' });
  expect(entries.at(-1)).toEqual(['forget', 'http://proxy.lan:3128']);
});

test('a key goes to where it is held, and only its kind into the state', () => {
  const { handlers, events, keys } = handle();
  handlers.connectSubmit({ address: 'acme.example', key: ' "sk-0123456789" ' });
  expect(keys).toEqual([{ text: 'sk-0123456789', kind: 'apiKey' }]);
  expect(events).toEqual([{ type: 'connectSubmitted', address: 'acme.example', keyKind: 'apiKey' }]);
});

test('what is no key takes the place of the key before it', () => {
  const { handlers, events, keys } = handle();
  handlers.connectSubmit({ address: 'acme.example', key: 'two words' });
  expect(keys).toEqual([null]);
  expect(events).toMatchObject([{ keyKind: null }]);
});

test('what was seen is told; nothing, and what nobody knows any more, is not', () => {
  const { handlers, events, sees } = handle();
  handlers.seen({ revision: 1 });
  sees(null);
  handlers.seen({ revision: 1 });
  expect(events).toEqual([]);
  const visible: Visible = { endings: [{ portal: 'a', scope: 'portal', job: 'j' }], items: [] };
  sees(visible);
  handlers.seen({ revision: 1 });
  expect(events).toEqual([{ type: 'seen', visible }]);
});

test('of starting at login the window hears what has become of it', () => {
  const { handlers, events, logins } = handle();
  handlers.setStartAtLogin({ on: true });
  expect(logins).toEqual([true]);
  expect(events).toEqual([{ type: 'application', facts: { startAtLogin: false } }]);
});
