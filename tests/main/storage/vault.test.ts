import { describe, expect, test } from 'vitest';
import type { Sealer } from '../../../src/main/storage/sealing.ts';
import { createVault } from '../../../src/main/storage/vault.ts';
import { keyOf } from '../../support/keyOf.ts';
import { sealerOf } from './sealers.ts';
import { acme, disk, first, globex, keepKey, openVault, portals, sealedDisk, second } from './vaults.ts';

describe('with an open keyring', () => {
  test('a key is sealed, never in clear on the disk, and opened at the next start', () => {
    const file = disk();
    const vault = openVault(file);
    expect(keepKey(vault, acme, first)).toEqual({ ok: true, value: 'sealed' });
    expect([vault.key('a'), vault.keyStatus('a'), vault.keptUntilQuit()]).toEqual([first, 'ready', false]);
    expect(file.text()).not.toContain(first.text);
    const next = openVault(file);
    expect([next.key('a'), next.keyStatus('a'), next.secrets()]).toEqual([first, 'ready', [first.text]]);
  });

  test('a session token is one again after a start', () => {
    expect(openVault(sealedDisk(keyOf('t0ken+/='))).key('a')).toEqual({
      text: 't0ken+/=',
      kind: 'sessionToken',
    });
  });

  test('a portal without a key asks for one', () => {
    const vault = openVault();
    expect([vault.key('a'), vault.keyStatus('a')]).toEqual([null, 'missing']);
  });

  test('a new key takes the place of the old one', () => {
    const file = sealedDisk();
    keepKey(openVault(file), acme, second);
    expect(openVault(file).key('a')).toEqual(second);
  });

  test('a forgotten key is gone from the disk', () => {
    const file = sealedDisk();
    openVault(file).forget('a');
    expect(file.content).toEqual({ keys: {} });
    expect(openVault(file).keyStatus('a')).toBe('missing');
  });

  test('a sealer that fails all the same keeps the key until the end, and says so', () => {
    const sealer = sealerOf();
    sealer.fails = true;
    const file = disk();
    const vault = openVault(file, sealer);
    expect(keepKey(vault, acme, first)).toEqual({ ok: true, value: 'untilQuit' });
    expect([vault.key('a'), vault.keptUntilQuit(), file.writes]).toEqual([first, true, 0]);
  });
});

describe('without an open keyring', () => {
  test('a sealed key waits, and is not asked for', () => {
    const file = sealedDisk();
    const vault = createVault(sealerOf(), file.content, file.write);
    expect([vault.key('a'), vault.keyStatus('a')]).toEqual([null, 'keyringClosed']);
    vault.keyringChanged(false, portals);
    expect(vault.keyStatus('a')).toBe('keyringClosed');
    vault.keyringChanged(true, portals);
    expect([vault.key('a'), vault.keyStatus('a')]).toEqual([first, 'ready']);
  });

  test('safeStorage is not touched: a look too early would be remembered, and may freeze', () => {
    const sealer: Sealer = {
      isSafe: () => expect.unreachable(),
      encryptString: () => expect.unreachable(),
      decryptString: () => expect.unreachable(),
    };
    const file = sealedDisk();
    const vault = createVault(sealer, file.content, file.write);
    vault.keyringChanged(false, portals);
    keepKey(vault, globex, second);
    vault.forget('b');
    expect(vault.keyStatus('a')).toBe('keyringClosed');
  });

  test('a new key is kept until the end, in memory only, and sealed when the keyring opens', () => {
    const file = disk();
    const vault = createVault(sealerOf(), file.content, file.write);
    expect(keepKey(vault, acme, first)).toEqual({ ok: true, value: 'untilQuit' });
    expect([file.writes, vault.keptUntilQuit()]).toEqual([0, true]);
    vault.keyringChanged(true, portals);
    expect(vault.keptUntilQuit()).toBe(false);
    expect(openVault(file).key('a')).toEqual(first);
  });

  test('a new key does not leave the old one behind', () => {
    const file = sealedDisk();
    const vault = createVault(sealerOf(), file.content, file.write);
    keepKey(vault, acme, second);
    expect(openVault(file).keyStatus('a')).toBe('missing');
    vault.keyringChanged(true, portals);
    expect([vault.key('a'), openVault(file).key('a')]).toEqual([second, second]);
  });

  test('keys that are open stay open', () => {
    const vault = openVault(sealedDisk());
    vault.keyringChanged(false, portals);
    expect([vault.key('a'), vault.keyStatus('a')]).toEqual([first, 'ready']);
  });

  test('a store that everybody can open counts as none', () => {
    const sealer = sealerOf();
    sealer.safe = false;
    const file = disk();
    const vault = openVault(file, sealer);
    expect(keepKey(vault, acme, first)).toEqual({ ok: true, value: 'untilQuit' });
    expect(file.writes).toBe(0);
  });
});

test('the keys of portals that are not watched any more are forgotten', () => {
  const file = sealedDisk();
  keepKey(openVault(file), globex, second);
  const writes = file.writes;
  const vault = openVault(file);
  vault.forgetOthers(['a', 'b']);
  expect(file.writes).toBe(writes);
  vault.forgetOthers(['b']);
  expect(Object.keys(Object(Object(file.content).keys))).toEqual(['b']);
});

describe('the key that was typed in', () => {
  test('is held until it is let go of, and is in no log line meanwhile', () => {
    const vault = openVault();
    expect([vault.held(), vault.secrets()]).toEqual([null, []]);
    vault.hold(first);
    expect([vault.held(), vault.secrets()]).toEqual([first, [first.text]]);
    vault.hold(null);
    expect([vault.held(), vault.secrets()]).toEqual([null, []]);
  });

  test('becomes that of a portal', () => {
    const vault = openVault();
    vault.hold(first);
    expect(vault.keepHeld('a', acme.origin)).toEqual({ ok: true, value: 'sealed' });
    expect(vault.key('a')).toEqual(first);
  });

  test('is kept for nobody when there is none', () => {
    const file = sealedDisk();
    const vault = openVault(file);
    expect(vault.keepHeld('a', acme.origin)).toEqual({ ok: false, reason: null });
    expect(vault.key('a')).toEqual(first);
  });
});
