import { anything, assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createVault, type Sealer } from '../../../src/main/vault.ts';
import { keyOf } from '../keyOf.ts';
import { sealerOf } from './sealers.ts';

const acme = { id: 'a', origin: 'https://acme.example' };
const globex = { id: 'b', origin: 'https://globex.example' };
const portals = [acme, globex];

/** A file that remembers what was written; a full disk takes nothing. */
function disk(content: unknown = {}) {
  const file = {
    content,
    full: false,
    writes: 0,
    write: (next: Record<string, unknown>) => {
      file.writes += 1;
      if (!file.full) file.content = structuredClone(next);
      return !file.full;
    },
    /** What a thief of the disk reads. */
    text: () => JSON.stringify(file.content),
  };
  return file;
}

const first = keyOf('sk-first-0123456789');
const second = keyOf('sk-second-0123456789');

/** A vault over a file, as it is after a start with an open keyring. */
function openVault(file = disk(), sealer: Sealer = sealerOf()) {
  const vault = createVault(sealer, file.content, file.write);
  vault.keyringChanged(true, portals);
  return vault;
}

/** A file in which a key of Acme is sealed. */
function sealedDisk(key = first, sealer: Sealer = sealerOf()) {
  const file = disk();
  openVault(file, sealer).keep('a', acme.origin, key);
  return file;
}

describe('with an open keyring', () => {
  test('a key is sealed, never in clear on the disk, and opened at the next start', () => {
    const file = disk();
    const vault = openVault(file);
    expect(vault.keep('a', acme.origin, first)).toEqual({ ok: true, value: 'sealed' });
    expect([vault.key('a'), vault.credential('a'), vault.keptUntilQuit()]).toEqual([first, 'ready', false]);
    expect(file.text()).not.toContain(first.text);
    const next = openVault(file);
    expect([next.key('a'), next.credential('a'), next.secrets()]).toEqual([first, 'ready', [first.text]]);
  });

  test('a session token is one again after a start', () => {
    expect(openVault(sealedDisk(keyOf('t0ken+/='))).key('a')).toEqual({
      text: 't0ken+/=',
      kind: 'sessionToken',
    });
  });

  test('a portal without a key asks for one', () => {
    const vault = openVault();
    expect([vault.key('a'), vault.credential('a')]).toEqual([null, 'missing']);
  });

  test('a new key takes the place of the old one', () => {
    const file = sealedDisk();
    openVault(file).keep('a', acme.origin, second);
    expect(openVault(file).key('a')).toEqual(second);
  });

  test('a forgotten key is gone from the disk', () => {
    const file = sealedDisk();
    openVault(file).forget('a');
    expect(file.content).toEqual({ keys: {} });
    expect(openVault(file).credential('a')).toBe('missing');
  });

  test('a sealer that fails all the same keeps the key until the end, and says so', () => {
    const sealer = sealerOf();
    sealer.fails = true;
    const file = disk();
    const vault = openVault(file, sealer);
    expect(vault.keep('a', acme.origin, first)).toEqual({ ok: true, value: 'untilQuit' });
    expect([vault.key('a'), vault.keptUntilQuit(), file.writes]).toEqual([first, true, 0]);
  });
});

describe('a sealed key', () => {
  test('is of no use for another portal', () => {
    const file = sealedDisk();
    const [blob] = Object.values(Object(file.content).keys);
    const moved = disk({ keys: { b: blob } });
    expect(openVault(moved).credential('b')).toBe('missing');
  });

  test('of another keyring is missing, and stays for the day that keyring is back', () => {
    const file = sealedDisk(first, sealerOf('first'));
    const before = file.text();
    expect(openVault(file, sealerOf('second')).credential('a')).toBe('missing');
    expect(file.text()).toBe(before);
    expect(openVault(file, sealerOf('first')).key('a')).toEqual(first);
  });

  test('is missing whichever bit of it was changed, and never another key', () => {
    const sealed = Buffer.from(String(Object(Object(sealedDisk().content).keys).a), 'base64');
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(openVault(disk({ keys: { a: changed.toString('base64') } })).key('a')).toBeNull();
    }
  });

  test.each([
    ['nothing', null],
    ['a list', []],
    ['a text', 'keys'],
    ['keys that are none', { keys: 'a' }],
    ['a key that is no text', { keys: { a: 7, b: null } }],
    ['rubbish', { keys: { a: 'rubbish!', b: '' } }],
    ['a prototype', JSON.parse('{"keys":{"__proto__":"x"}}')],
  ])('is missing where the file holds %s', (_what, content) => {
    const vault = openVault(disk(content));
    expect([vault.credential('a'), vault.credential('b')]).toEqual(['missing', 'missing']);
  });

  test('is missing where the file holds anything', () => {
    assert(
      property(anything(), (content) => {
        expect(openVault(disk(content)).credential('a')).toBe('missing');
      }),
    );
  });
});

describe('without an open keyring', () => {
  test('a sealed key waits, and is not asked for', () => {
    const file = sealedDisk();
    const vault = createVault(sealerOf(), file.content, file.write);
    expect([vault.key('a'), vault.credential('a')]).toEqual([null, 'keyringClosed']);
    vault.keyringChanged(false, portals);
    expect(vault.credential('a')).toBe('keyringClosed');
    vault.keyringChanged(true, portals);
    expect([vault.key('a'), vault.credential('a')]).toEqual([first, 'ready']);
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
    vault.keep('b', globex.origin, second);
    vault.forget('b');
    expect(vault.credential('a')).toBe('keyringClosed');
  });

  test('a new key is kept until the end, in memory only, and sealed when the keyring opens', () => {
    const file = disk();
    const vault = createVault(sealerOf(), file.content, file.write);
    expect(vault.keep('a', acme.origin, first)).toEqual({ ok: true, value: 'untilQuit' });
    expect([file.writes, vault.keptUntilQuit()]).toEqual([0, true]);
    vault.keyringChanged(true, portals);
    expect(vault.keptUntilQuit()).toBe(false);
    expect(openVault(file).key('a')).toEqual(first);
  });

  test('a new key does not leave the old one behind', () => {
    const file = sealedDisk();
    const vault = createVault(sealerOf(), file.content, file.write);
    vault.keep('a', acme.origin, second);
    expect(openVault(file).credential('a')).toBe('missing');
    vault.keyringChanged(true, portals);
    expect([vault.key('a'), openVault(file).key('a')]).toEqual([second, second]);
  });

  test('keys that are open stay open', () => {
    const vault = openVault(sealedDisk());
    vault.keyringChanged(false, portals);
    expect([vault.key('a'), vault.credential('a')]).toEqual([first, 'ready']);
  });

  test('a store that everybody can open counts as none', () => {
    const sealer = sealerOf();
    sealer.safe = false;
    const file = disk();
    const vault = openVault(file, sealer);
    expect(vault.keep('a', acme.origin, first)).toEqual({ ok: true, value: 'untilQuit' });
    expect(file.writes).toBe(0);
  });
});

describe('on a full disk', () => {
  test('a new key is refused, and nothing is lost', () => {
    const file = sealedDisk();
    const vault = openVault(file);
    const before = file.text();
    file.full = true;
    expect(vault.keep('a', acme.origin, second)).toEqual({ ok: false, reason: null });
    expect([vault.key('a'), file.text()]).toEqual([first, before]);
    file.full = false;
    expect(vault.keep('b', globex.origin, second)).toEqual({ ok: true, value: 'sealed' });
    expect(openVault(file).key('a')).toEqual(first);
  });

  test('a key until the end is refused as well when the old one cannot be removed: it would come back', () => {
    const file = sealedDisk();
    const vault = createVault(sealerOf(), file.content, file.write);
    file.full = true;
    expect(vault.keep('a', acme.origin, second)).toEqual({ ok: false, reason: null });
    expect([vault.key('a'), vault.credential('a')]).toEqual([null, 'keyringClosed']);
  });

  test('a key in memory stays there when it cannot be sealed, and is sealed the next time', () => {
    const file = disk();
    const vault = createVault(sealerOf(), file.content, file.write);
    vault.keep('a', acme.origin, first);
    file.full = true;
    vault.keyringChanged(true, portals);
    expect([vault.key('a'), vault.keptUntilQuit()]).toEqual([first, true]);
    file.full = false;
    vault.keyringChanged(true, portals);
    expect([vault.keptUntilQuit(), openVault(file).key('a')]).toEqual([false, first]);
  });

  test('a forgotten key goes from the disk with the next change', () => {
    const file = sealedDisk();
    const vault = openVault(file);
    file.full = true;
    vault.forget('a');
    expect(vault.credential('a')).toBe('missing');
    file.full = false;
    vault.keep('b', globex.origin, second);
    expect(Object.keys(Object(Object(file.content).keys))).toEqual(['b']);
  });
});

test('the keys of portals that are not watched any more are forgotten', () => {
  const file = sealedDisk();
  openVault(file).keep('b', globex.origin, second);
  const writes = file.writes;
  const vault = openVault(file);
  vault.forgetOthers(['a', 'b']);
  expect(file.writes).toBe(writes);
  vault.forgetOthers(['b']);
  expect(Object.keys(Object(Object(file.content).keys))).toEqual(['b']);
});
