import { describe, expect, test } from 'vitest';
import { day } from '../../../src/core/base/time.ts';
import { unpaid } from '../../support/docspace/portal/scenarios/access.ts';
import { dumpStandalone, version240 } from '../../support/docspace/portal/scenarios/versions.ts';
import { Newcomer } from './newcomer.ts';
import { openNow } from './openNow.ts';

// What a newcomer is told when all was well, by the real probes of a real server, and what can be chosen then.

describe('what is so once it is connected', () => {
  const year = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const watched = ['Acme is being watched', 'You are told when its next backup ends.'];

  test('with the recommended key: read-only, and when it ends', async () => {
    const portal = await openNow();
    portal.world.alterKey({ expiresAt: Date.now() + 400 * day });
    const host = new URL(portal.origin).host;
    expect(await (await Newcomer.open()).connects(portal.origin, portal.key)).toEqual([
      ...watched,
      `Done: ${host}, DocSpace 3.7.2`,
      'Done: Key of Ada Keeper, may see backups, read-only',
      `Done: Key expires on ${year.format(Date.now() + 400 * day)}, you are reminded 14 days before`,
    ]);
  });

  test('with one that ends within those days', async () => {
    const portal = await openNow();
    portal.world.alterKey({ expiresAt: Date.now() + 3 * day });
    const lines = await (await Newcomer.open()).connects(portal.origin, portal.key);
    expect(lines.at(-1)).toMatch(/^Note: Key expires on .+, make a new one by then$/);
  });

  test.each(['write', 'full'] as const)('with one that may change things too: %s', async (kind) => {
    const portal = await openNow();
    const lines = await (await Newcomer.open()).connects(portal.origin, portal.keys[kind]);
    expect(lines.slice(3)).toEqual([
      'Done: Key of Ada Keeper, may see backups',
      'Note: This key may change things too, a read-only one is enough',
    ]);
  });

  test('with the owner’s, whom new servers call no administrator', async () => {
    const portal = await openNow();
    const lines = await (await Newcomer.open()).connects(portal.origin, portal.keys.owner);
    expect(lines).toContain('Done: Key of Otto Founder, may see backups, read-only');
  });

  test('with a session token, as it was pasted', async () => {
    const portal = await openNow();
    const lines = await (
      await Newcomer.open()
    ).connects(portal.origin, `Authorization: "${portal.sessionToken}"`);
    expect(lines.slice(3)).toEqual([
      'Done: Key of Ada Keeper, may see backups',
      'Note: This is a session token, not an API key, it expires with its session; a read-only key lasts',
    ]);
  });

  test('on a server from before keys told of themselves', async () => {
    const portal = await openNow({ scenario: version240 });
    const lines = await (await Newcomer.open()).connects(portal.origin, portal.sessionToken);
    expect(lines[0]).toBe('Acme is being watched');
  });

  test('on a portal whose plan has run out, which still tells how its backup is', async () => {
    const portal = await openNow();
    portal.play(unpaid);
    expect((await (await Newcomer.open()).connects(portal.origin, portal.key))[0]).toBe(
      'Acme is being watched',
    );
  });

  test('on a server of one’s own the whole server can be watched too', async () => {
    const portal = await openNow();
    portal.play(dumpStandalone);
    const newcomer = await Newcomer.open();
    await newcomer.connects(portal.origin, portal.key);
    expect(newcomer.portals()[0]?.wholeServer?.on).toBe(false);
    const id = newcomer.portals()[0]?.id ?? '';
    newcomer.application.does('dispatch', { type: 'watchServer', portal: id, on: true });
    await newcomer.application.shows('the backup of the whole server', ({ portals }) =>
      Boolean(portals[0]?.state.endsWith(', whole server')),
    );
    expect(newcomer.portals()[0]).toMatchObject({
      wholeServer: { on: true },
      otherBackup: 'Portal alone: no backup running',
    });
    newcomer.application.does('dispatch', { type: 'watchServer', portal: id, on: false });
    await newcomer.application.shows('the portal alone', ({ portals }) => portals[0]?.otherBackup === null);
    expect(newcomer.portals()[0]?.state).toBe('No backup running');
  });

  test('on one of many it cannot', async () => {
    const portal = await openNow();
    const newcomer = await Newcomer.open();
    await newcomer.connects(portal.origin, portal.key);
    expect(newcomer.portals()[0]?.wholeServer).toBeNull();
    expect(portal.requests.map(({ query }) => query.get('Dump')).filter((dump) => dump === 'true')).toEqual(
      [],
    );
  });

  test('after another key: the name and all else stay', async () => {
    const portal = await openNow();
    const newcomer = await Newcomer.open();
    await newcomer.connects(portal.origin, portal.key);
    const id = newcomer.portals()[0]?.id ?? '';
    newcomer.application.does('dispatch', { type: 'rename', portal: id, name: 'Ours' });
    expect((await newcomer.changesKey(id, portal.keys.expired))[0]).toMatch(
      /^at the key: The portal refuses/,
    );
    expect((await newcomer.changesKey(id, portal.keys.owner))[0]).toBe('Ours has its new key');
    expect(newcomer.portals().map(({ name }) => name)).toEqual(['Ours']);
  });
});
