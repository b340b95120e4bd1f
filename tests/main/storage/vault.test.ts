import { describe, expect, test } from 'vitest';
import type { Sealer } from '../../../src/main/storage/sealer.ts';
import { createVault } from '../../../src/main/storage/vault.ts';
import { keyOf } from '../../support/keyOf.ts';
import { rotatedSealer, sealerOf } from './sealers.ts';
import { acme, disk, first, globex, keepKey, openVault, portals, sealedDisk, second } from './vaults.ts';

describe('with an open keyring', () => {
  test('a key is sealed, never in clear on the disk, and opened at the next start', async () => {
    const file = disk();
    const vault = await openVault(file);
    expect(await keepKey(vault, acme, first)).toEqual({ ok: true, value: 'sealed' });
    expect([vault.key('a'), vault.keyStatus('a'), vault.keptUntilQuit()]).toEqual([first, 'ready', false]);
    expect(file.text()).not.toContain(first.text);
    const next = await openVault(file);
    expect([next.key('a'), next.keyStatus('a'), next.secrets()]).toEqual([first, 'ready', [first.text]]);
  });

  test('a session token is one again after a start', async () => {
    expect((await openVault(await sealedDisk(keyOf('t0ken+/=')))).key('a')).toEqual({
      text: 't0ken+/=',
      kind: 'sessionToken',
    });
  });

  test('a portal without a key asks for one', async () => {
    const vault = await openVault();
    expect([vault.key('a'), vault.keyStatus('a')]).toEqual([null, 'missing']);
  });

  test('a new key takes the place of the old one', async () => {
    const file = await sealedDisk();
    await keepKey(await openVault(file), acme, second);
    expect((await openVault(file)).key('a')).toEqual(second);
  });

  test('a forgotten key is gone from the disk', async () => {
    const file = await sealedDisk();
    (await openVault(file)).forget('a');
    expect(file.content).toEqual({ keys: {} });
    expect((await openVault(file)).keyStatus('a')).toBe('missing');
  });

  test('a sealer that fails all the same keeps the key until the end, and says so', async () => {
    const sealer = sealerOf();
    sealer.fails = true;
    const file = disk();
    const vault = await openVault(file, sealer);
    expect(await keepKey(vault, acme, first)).toEqual({ ok: true, value: 'untilQuit' });
    expect([vault.key('a'), vault.keptUntilQuit(), file.writes]).toEqual([first, true, 0]);
  });
});

describe('without an open keyring', () => {
  test('a sealed key waits, and is not asked for', async () => {
    const file = await sealedDisk();
    const vault = createVault(sealerOf(), file.content, file.write);
    expect([vault.key('a'), vault.keyStatus('a')]).toEqual([null, 'keyringClosed']);
    await vault.keyringChanged(false, portals);
    expect(vault.keyStatus('a')).toBe('keyringClosed');
    await vault.keyringChanged(true, portals);
    expect([vault.key('a'), vault.keyStatus('a')]).toEqual([first, 'ready']);
  });

  test('safeStorage is not touched: a look too early would be remembered, and may freeze', async () => {
    const sealer: Sealer = {
      answers: () => expect.unreachable(),
      encrypt: () => expect.unreachable(),
      decrypt: () => expect.unreachable(),
    };
    const file = await sealedDisk();
    const vault = createVault(sealer, file.content, file.write);
    await vault.keyringChanged(false, portals);
    await keepKey(vault, globex, second);
    vault.forget('b');
    expect(vault.keyStatus('a')).toBe('keyringClosed');
  });

  test('a new key is kept until the end, in memory only, and sealed when the keyring opens', async () => {
    const file = disk();
    const vault = createVault(sealerOf(), file.content, file.write);
    expect(await keepKey(vault, acme, first)).toEqual({ ok: true, value: 'untilQuit' });
    expect([file.writes, vault.keptUntilQuit()]).toEqual([0, true]);
    await vault.keyringChanged(true, portals);
    expect(vault.keptUntilQuit()).toBe(false);
    expect((await openVault(file)).key('a')).toEqual(first);
  });

  test('a new key does not leave the old one behind', async () => {
    const file = await sealedDisk();
    const vault = createVault(sealerOf(), file.content, file.write);
    await keepKey(vault, acme, second);
    expect((await openVault(file)).keyStatus('a')).toBe('missing');
    await vault.keyringChanged(true, portals);
    expect([vault.key('a'), (await openVault(file)).key('a')]).toEqual([second, second]);
  });

  test('keys that are open stay open', async () => {
    const vault = await openVault(await sealedDisk());
    await vault.keyringChanged(false, portals);
    expect([vault.key('a'), vault.keyStatus('a')]).toEqual([first, 'ready']);
  });
});

describe('sealing takes its time', () => {
  test('a key that is let go of meanwhile is not kept', async () => {
    const file = await sealedDisk();
    const vault = await openVault(file);
    vault.hold(second);
    const keeping = vault.keepHeld('a', acme.origin);
    vault.hold(null);
    expect([await keeping, vault.key('a')]).toEqual([{ ok: false, reason: null }, first]);
    expect((await openVault(file)).key('a')).toEqual(first);
  });

  test('a key that was entered while the old one is being opened is not put back', async () => {
    const file = await sealedDisk();
    const vault = createVault(sealerOf(), file.content, file.write);
    const opening = vault.keyringChanged(true, portals);
    await keepKey(vault, acme, second);
    await opening;
    expect([vault.key('a'), (await openVault(file)).key('a')]).toEqual([second, second]);
  });

  test('a key that is forgotten while it is being sealed does not come back', async () => {
    const file = disk();
    const vault = createVault(sealerOf(), file.content, file.write);
    await keepKey(vault, acme, first);
    const sealing = vault.keyringChanged(true, portals);
    vault.forget('a');
    await sealing;
    expect([vault.keyStatus('a'), file.text()]).toEqual(['missing', '{}']);
  });

  test('a key that is forgotten while it is being opened is not opened', async () => {
    const file = await sealedDisk();
    const vault = createVault(sealerOf(), file.content, file.write);
    const opening = vault.keyringChanged(true, portals);
    vault.forget('a');
    await opening;
    expect([vault.key('a'), vault.keyStatus('a')]).toEqual([null, 'missing']);
  });

  test('a keyring that closes meanwhile is asked for no further key', async () => {
    const file = await sealedDisk();
    await keepKey(await openVault(file), globex, second);
    const vault = createVault(sealerOf(), file.content, file.write);
    const opening = vault.keyringChanged(true, portals);
    await vault.keyringChanged(false, portals);
    await opening;
    expect([vault.keyStatus('a'), vault.keyStatus('b')]).toEqual(['ready', 'keyringClosed']);
  });
});

describe('a keyring with a newer key', () => {
  test('has what is sealed with the older one sealed anew, once', async () => {
    const file = await sealedDisk(first, sealerOf('older'));
    const rotated = rotatedSealer(sealerOf('older'), sealerOf('newer'));
    expect((await openVault(file, rotated)).key('a')).toEqual(first);
    const { writes } = file;
    expect((await openVault(file, sealerOf('newer'))).key('a')).toEqual(first);
    await openVault(file, rotated);
    expect(file.writes).toBe(writes);
  });

  test('that seals nothing leaves the older one as it is', async () => {
    const file = await sealedDisk(first, sealerOf('older'));
    const before = file.text();
    const newer = sealerOf('newer');
    newer.fails = true;
    const vault = await openVault(file, rotatedSealer(sealerOf('older'), newer));
    expect([vault.key('a'), file.text(), vault.keptUntilQuit()]).toEqual([first, before, false]);
  });
});

test('the keys of portals that are not watched any more are forgotten', async () => {
  const file = await sealedDisk();
  await keepKey(await openVault(file), globex, second);
  const writes = file.writes;
  const vault = await openVault(file);
  vault.forgetOthers(['a', 'b']);
  expect(file.writes).toBe(writes);
  vault.forgetOthers(['b']);
  expect(Object.keys(Object(Object(file.content).keys))).toEqual(['b']);
});

describe('the key that was typed in', () => {
  test('is held until it is let go of, and is in no log line meanwhile', async () => {
    const vault = await openVault();
    expect([vault.held(), vault.secrets()]).toEqual([null, []]);
    vault.hold(first);
    expect([vault.held(), vault.secrets()]).toEqual([first, [first.text]]);
    vault.hold(null);
    expect([vault.held(), vault.secrets()]).toEqual([null, []]);
  });

  test('becomes that of a portal', async () => {
    const vault = await openVault();
    vault.hold(first);
    expect(await vault.keepHeld('a', acme.origin)).toEqual({ ok: true, value: 'sealed' });
    expect(vault.key('a')).toEqual(first);
  });

  test('is kept for nobody when there is none', async () => {
    const file = await sealedDisk();
    const vault = await openVault(file);
    expect(await vault.keepHeld('a', acme.origin)).toEqual({ ok: false, reason: null });
    expect(vault.key('a')).toEqual(first);
  });
});
