import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backupArchive, backupContents } from '../../support/archive/backups.ts';
import { saveHere } from '../../support/archive/saves.ts';
import { wrongRange } from '../../support/docspace/portal/misbehaviour/downloads.ts';
import { type PortalOptions } from '../../support/docspace/portal/portal.ts';
import { keyOf } from '../../support/keyOf.ts';
import { archive, breakOff, portalWith, ranges, sha256 } from './opened.ts';

describe('what cannot be taken up is begun anew', () => {
  async function afterHalf(more: Partial<PortalOptions> = {}) {
    const opened = await portalWith(more);
    await breakOff(opened, 200);
    opened.portal.requests.length = 0;
    return opened;
  }

  test.each([
    ['another one', 'bytes 201-400/401'],
    ['one of another file', 'bytes 200-4000/4001'],
    ['one that is none', 'pages 2-3'],
    ['only the middle', 'bytes 200-201/*'],
  ])('where it sends %s', async (_what, range) => {
    const { portal, save } = await afterHalf();
    portal.misbehave(wrongRange(range), { path: '/storage/', times: 1 });
    expect(await save()).toMatchObject({
      ok: true,
      value: { sha256: sha256(archive), contents: backupContents },
    });
    expect(ranges(portal)).toEqual(['bytes=200-', null]);
  });

  test('where the file has changed, and only its checksum tells', async () => {
    const { portal, save } = await afterHalf();
    const changed = await backupArchive([]);
    const other = Buffer.concat([changed, Buffer.alloc(archive.length - changed.length)]);
    portal.world.set({ archive: other });
    expect(await save()).toMatchObject({
      ok: true,
      value: { sha256: sha256(other), contents: { files: 0 } },
    });
    expect(ranges(portal)).toEqual(['bytes=200-', null]);
  });

  test('where the file has become shorter than what is there', async () => {
    const { portal, save } = await afterHalf();
    portal.world.set({ archive: await backupArchive([]) });
    expect(await save()).toMatchObject({ ok: true, value: { contents: { files: 0 } } });
    expect(ranges(portal)).toEqual(['bytes=200-', null]);
  });

  test('where the part is another backup’s: that one stays', async () => {
    const { portal, folder, order, name } = await afterHalf();
    const other = { ...order, backup: { scope: 'server', job: 'task-1' } } as const;
    expect(await saveHere(other, { key: keyOf(portal.key) })).toMatchObject({ ok: true });
    expect(readdirSync(folder)).toContain(`${name}.part`);
    expect(ranges(portal)).toEqual([null]);
  });

  test('where somebody else’s file has the part’s name: it is not touched', async () => {
    const { save, folder, name } = await portalWith();
    writeFileSync(join(folder, `${name}.part`), 'precious');
    mkdirSync(join(folder, `${name.replace('.tar.gz', ' (2).tar.gz')}.part`));
    expect(await save()).toMatchObject({ ok: true, value: { file: join(folder, name) } });
    expect(readFileSync(join(folder, `${name}.part`), 'utf8')).toBe('precious');
  });
});
