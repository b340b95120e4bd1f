import { describe, expect, test } from 'vitest';
import { createVault } from '../../../src/main/storage/vault.ts';
import { sealerOf } from './sealers.ts';
import { acme, disk, first, keepKey, openVault, second } from './vaults.ts';

describe('the key of a portal that its server moves from http to https', () => {
  const plain = { id: 'a', origin: 'http://acme.example' };

  async function plainDisk() {
    const file = disk();
    const vault = await openVault(file);
    await keepKey(vault, plain, first);
    return { file, vault };
  }

  /** What a start finds, where the settings have this origin. */
  async function startsAs(owner: typeof plain, file: ReturnType<typeof disk>) {
    const vault = createVault(sealerOf(), file.content, file.write);
    await vault.keyringChanged(true, [owner]);
    return vault.key('a');
  }

  test('is sealed for https, and opens for http no more', async () => {
    const { file, vault } = await plainDisk();
    await vault.reseal('a', acme.origin);
    expect([vault.key('a'), await startsAs(acme, file), await startsAs(plain, file)]).toEqual([
      first,
      first,
      null,
    ]);
  });

  test('is not lost when killed between the settings and this, and is sealed for https at the next start', async () => {
    const { file } = await plainDisk();
    expect(await startsAs(acme, file)).toEqual(first);
    expect(await startsAs(plain, file)).toBeNull();
  });

  test('stays as it is on a full disk, and where it cannot be sealed now', async () => {
    const { file, vault } = await plainDisk();
    const before = file.text();
    file.full = true;
    await vault.reseal('a', acme.origin);
    file.full = false;
    const sealer = sealerOf();
    const failing = createVault(sealer, file.content, file.write);
    await failing.keyringChanged(true, [plain]);
    sealer.fails = true;
    await failing.reseal('a', acme.origin);
    await vault.keyringChanged(false, [acme]);
    await vault.reseal('a', acme.origin);
    expect([file.text(), await startsAs(acme, file)]).toEqual([before, first]);
  });

  test('in memory only stays there', async () => {
    const file = disk();
    const vault = createVault(sealerOf(), file.content, file.write);
    await keepKey(vault, plain, first);
    await vault.reseal('a', acme.origin);
    await vault.reseal('nobody', acme.origin);
    expect([vault.key('a'), file.writes]).toEqual([first, 0]);
  });

  test('is not put back where another one is entered while it is being sealed', async () => {
    const { file, vault } = await plainDisk();
    const sealing = vault.reseal('a', acme.origin);
    await keepKey(vault, acme, second);
    await sealing;
    expect(await startsAs(acme, file)).toEqual(second);
  });
});
