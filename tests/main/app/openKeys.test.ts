import { expect, test } from 'vitest';
import type { Event } from '../../../src/core/event.ts';
import type { KeyringState } from '../../../src/core/state.ts';
import { createOpenKeys } from '../../../src/main/app/openKeys.ts';
import { createVault } from '../../../src/main/storage/vault.ts';
import { waitFor } from '../../support/desktop/waitFor.ts';
import { acme, globex, stateOf } from '../../support/given.ts';
import { keyOf } from '../../support/keyOf.ts';
import { sealerOf } from '../storage/sealers.ts';
import { disk, keepKey } from '../storage/vaults.ts';

/** Two portals, and a keyring that is as the test says. */
function open() {
  const events: Event[] = [];
  const done: string[] = [];
  const file = disk();
  const sealer = sealerOf();
  const vault = createVault(sealer, file.content, file.write);
  const take = createOpenKeys({
    engine: { dispatch: (event) => events.push(event), state: () => stateOf([acme, globex]) },
    sealer,
    proxyCredentials: {
      keyringChanged: async (nowOpen) => void done.push(`sign-ins ${nowOpen ? 'open' : 'closed'}`),
    },
    vault,
  });
  /** Waits until the keyring's state has been told, with what was told before it. */
  const tellsKeyring = async (): Promise<Event[]> =>
    waitFor('the keyring', () => events.some(isAboutKeyring) && events.splice(0));
  return { take, events, done, file, sealer, vault, tellsKeyring };
}

function isAboutKeyring(event: Event): boolean {
  return event.type === 'application' && event.facts.keyring !== undefined;
}

const openedKeys: Event[] = [
  { type: 'keyStatus', portal: 'acme', keyStatus: 'ready' },
  { type: 'keyStatus', portal: 'globex', keyStatus: 'missing' },
  { type: 'application', facts: { keyring: 'open', keptUntilQuit: false } },
];

test('a keyring that opens opens the keys, and every portal hears of its own', async () => {
  const { take, vault, done, tellsKeyring } = open();
  await keepKey(vault, acme, keyOf('sk-0123456789'));
  void take('open');
  expect(await tellsKeyring()).toEqual(openedKeys);
  expect(done).toEqual(['sign-ins open']);
});

test.each<KeyringState>(['locked', 'silent', 'withoutDefault', 'absent'])(
  'a keyring that is %s is never asked for a key',
  async (state) => {
    const { take, vault, tellsKeyring, file } = open();
    await keepKey(vault, acme, keyOf('sk-0123456789'));
    void take(state);
    expect((await tellsKeyring()).at(-1)).toEqual({
      type: 'application',
      facts: { keyring: state, keptUntilQuit: true },
    });
    expect(file.content).toEqual({});
  },
);

test('a keyring that is open and gives no key is said to be silent, until it does after all', async () => {
  const { take, sealer, vault, tellsKeyring } = open();
  await keepKey(vault, acme, keyOf('sk-0123456789'));
  sealer.answering = false;
  void take('open');
  expect((await tellsKeyring()).at(-1)).toEqual({
    type: 'application',
    facts: { keyring: 'silent', keptUntilQuit: true },
  });
  sealer.answersNow();
  expect(await tellsKeyring()).toEqual(openedKeys);
});

test('a keyring that was locked by the time its key comes stays locked', async () => {
  const { take, sealer, events, tellsKeyring } = open();
  sealer.answering = false;
  void take('open');
  await tellsKeyring();
  void take('locked');
  await tellsKeyring();
  sealer.answersNow();
  await new Promise((resolve) => void setImmediate(resolve));
  expect(events).toEqual([]);
});

test('a keyring whose states come faster than its keys is told as it is in the end', async () => {
  const { take, done, tellsKeyring } = open();
  void take('open');
  void take('locked');
  expect((await tellsKeyring()).filter(isAboutKeyring)).toEqual([
    { type: 'application', facts: { keyring: 'locked', keptUntilQuit: false } },
  ]);
  expect(done).toEqual(['sign-ins closed']);
});
