import { anything, assert, asyncProperty } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createVault } from '../../../src/main/storage/vault.ts';
import { sealerOf } from './sealers.ts';
import { acme, disk, first, globex, keepKey, openVault, portals, sealedDisk, second } from './vaults.ts';

// What stands in the file of keys may be anybody's, and the disk may be full: no key is lost for it, and none is another's.

describe('a sealed key', () => {
  test('is of no use for another portal', async () => {
    const file = await sealedDisk();
    const [blob] = Object.values(Object(file.content).keys);
    const moved = disk({ keys: { b: blob } });
    expect((await openVault(moved)).keyStatus('b')).toBe('missing');
  });

  test('of another keyring is missing, and stays for the day that keyring is back', async () => {
    const file = await sealedDisk(first, sealerOf('first'));
    const before = file.text();
    expect((await openVault(file, sealerOf('second'))).keyStatus('a')).toBe('missing');
    expect(file.text()).toBe(before);
    expect((await openVault(file, sealerOf('first'))).key('a')).toEqual(first);
  });

  test('is missing whichever bit of it was changed, and never another key', async () => {
    const sealed = Buffer.from(String(Object(Object((await sealedDisk()).content).keys).a), 'base64');
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const vault = await openVault(disk({ keys: { a: changed.toString('base64') } }));
      expect(vault.key('a')).toBeNull();
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
  ])('is missing where the file holds %s', async (_what, content) => {
    const vault = await openVault(disk(content));
    expect([vault.keyStatus('a'), vault.keyStatus('b')]).toEqual(['missing', 'missing']);
  });

  test('is missing where the file holds anything', async () => {
    await assert(
      asyncProperty(anything(), async (content) => {
        expect((await openVault(disk(content))).keyStatus('a')).toBe('missing');
      }),
    );
  });
});

describe('on a full disk', () => {
  test('a new key is refused, and nothing is lost', async () => {
    const file = await sealedDisk();
    const vault = await openVault(file);
    const before = file.text();
    file.full = true;
    expect(await keepKey(vault, acme, second)).toEqual({ ok: false, reason: null });
    expect([vault.key('a'), file.text()]).toEqual([first, before]);
    file.full = false;
    expect(await keepKey(vault, globex, second)).toEqual({ ok: true, value: 'sealed' });
    expect((await openVault(file)).key('a')).toEqual(first);
  });

  test('a key until the end is refused as well when the old one cannot be removed: it would come back', async () => {
    const file = await sealedDisk();
    const vault = createVault(sealerOf(), file.content, file.write);
    file.full = true;
    expect(await keepKey(vault, acme, second)).toEqual({ ok: false, reason: null });
    expect([vault.key('a'), vault.keyStatus('a')]).toEqual([null, 'keyringClosed']);
  });

  test('a key in memory stays there when it cannot be sealed, and is sealed the next time', async () => {
    const file = disk();
    const vault = createVault(sealerOf(), file.content, file.write);
    await keepKey(vault, acme, first);
    file.full = true;
    await vault.keyringChanged(true, portals);
    expect([vault.key('a'), vault.keptUntilQuit()]).toEqual([first, true]);
    file.full = false;
    await vault.keyringChanged(true, portals);
    expect([vault.keptUntilQuit(), (await openVault(file)).key('a')]).toEqual([false, first]);
  });

  test('a forgotten key goes from the disk with the next change', async () => {
    const file = await sealedDisk();
    const vault = await openVault(file);
    file.full = true;
    vault.forget('a');
    expect(vault.keyStatus('a')).toBe('missing');
    file.full = false;
    await keepKey(vault, globex, second);
    expect(Object.keys(Object(Object(file.content).keys))).toEqual(['b']);
  });
});
