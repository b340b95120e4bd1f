import { describe, expect, test } from 'vitest';
import { day } from '../../fakes/clock.ts';
import { openPortal } from '../../fakes/openPortal.ts';
import { badGateway, bareAnswer, redirectTo } from '../../fakes/portal/misbehaviour/answers.ts';
import type { Portal, PortalOptions } from '../../fakes/portal/portal.ts';
import { addressRefused } from '../../fakes/portal/scenarios/addressRefused.ts';
import { dumpStandalone } from '../../fakes/portal/scenarios/dumpStandalone.ts';
import { hotel } from '../../fakes/portal/scenarios/hotel.ts';
import { rateLimited } from '../../fakes/portal/scenarios/rateLimited.ts';
import { restore } from '../../fakes/portal/scenarios/restore.ts';
import type { Scenario } from '../../fakes/portal/scenario.ts';
import { suspended } from '../../fakes/portal/scenarios/suspended.ts';
import { unpaid } from '../../fakes/portal/scenarios/unpaid.ts';
import { version240 } from '../../fakes/portal/scenarios/version240.ts';
import { workspace } from '../../fakes/portal/scenarios/workspace.ts';
import { Newcomer } from './newcomer.ts';

// What a newcomer is told, by the real probes of a real server: each refusal and each consent, and what to do about it.

async function open(options: Omit<PortalOptions, 'clock'> = {}) {
  const portal = await openPortal(options);
  // The application's own clock is the real one.
  portal.clock.set(Date.now());
  return portal;
}

/** Where keys went to. */
function keysSentTo({ requests }: Portal): Set<string | undefined> {
  return new Set(requests.map(({ authorization }) => authorization));
}

const neverAKey = new Set([undefined]);

describe('an address', () => {
  test('that is nobody’s', async () => {
    const [line] = await new Newcomer().connects('portal.invalid', 'sk-1');
    // Without a network nobody knows whether it is anybody's.
    expect(line).toMatch(
      /^at the address: (No server has this address|This address cannot be looked up now)\. Check the spelling/,
    );
  });

  test('where nobody answers', async () => {
    const closed = await open();
    await closed.close();
    expect(await new Newcomer().connects(closed.origin, closed.key)).toEqual([
      'at the address: No server answers at this address. Check the address, the port and your network.',
    ]);
  });

  test.each<[string, Scenario, string]>([
    [
      'of something else',
      hotel,
      'What answers at this address is not DocSpace. Copy the address from your browser.',
    ],
    [
      'of the older Workspace',
      workspace,
      'This is the older ONLYOFFICE Workspace, which Keepwatch cannot watch. It needs a DocSpace portal.',
    ],
    [
      'of a suspended portal, which answers nothing',
      suspended,
      'Nothing of a portal is at this address. Check it; if it is right, the portal is suspended: ask its owner.',
    ],
    [
      'of a server that takes no calls from here',
      addressRefused,
      'The server lets nobody in from here. Ask the portal’s administrator to allow this network.',
    ],
    [
      'of a portal that asks to wait',
      rateLimited,
      'The portal asks to wait before more questions. Try again in a minute.',
    ],
  ])('%s', async (_what, scenario, says) => {
    const portal = await open({ scenario });
    expect(await new Newcomer().connects(portal.origin, portal.key)).toEqual([`at the address: ${says}`]);
    expect(keysSentTo(portal)).toEqual(neverAKey);
  });

  test('of a portal that is down', async () => {
    const portal = await open();
    portal.misbehave(badGateway());
    expect(await new Newcomer().connects(portal.origin, portal.key)).toEqual([
      'at the address: The portal is there, but its service does not answer now. Try again in a few minutes.',
    ]);
  });

  test('of a portal that says it is suspended', async () => {
    const portal = await open();
    portal.misbehave({
      name: 'suspended, and says so',
      meet: ({ honest, send }) => {
        const answer = honest();
        send({ ...answer, body: String(answer.body).replace('"tenantStatus":0', '"tenantStatus":1') });
      },
    });
    expect(await new Newcomer().connects(portal.origin, portal.key)).toEqual([
      'The portal is suspended',
      'Ask its owner. It can be watched when it is active again.',
      'Refused: Acme',
      'Not yet: Checking the key',
      'Not yet: Right to see backups',
    ]);
    expect(keysSentTo(portal)).toEqual(neverAKey);
  });

  test('of a portal that is being restored', async () => {
    const portal = await open();
    portal.play(restore);
    const lines = await new Newcomer().connects(portal.origin, portal.key);
    expect(lines.slice(0, 2)).toEqual([
      'The portal is being restored',
      'Wait until it is done. The key may be dead afterwards; then make a new one.',
    ]);
  });

  test('that leads to another host names it, and no key goes there before a yes', async () => {
    const portal = await open();
    const front = await open();
    front.misbehave(redirectTo('https://docs.acme.example'));
    const newcomer = new Newcomer({
      'https://www.acme.example': front.origin,
      'https://docs.acme.example': portal.origin,
    });
    expect(await newcomer.connects('www.acme.example', portal.key)).toEqual([
      'This address leads to docs.acme.example',
      'www.acme.example sends its visitors there. The key would go to that host.',
      '[Connect to docs.acme.example]',
    ]);
    expect(portal.requests).toEqual([]);
    expect((await newcomer.agrees())[0]).toBe('Acme is being watched');
    expect(keysSentTo(front)).toEqual(neverAKey);
    expect(newcomer.portals()[0]?.host).toBe('docs.acme.example');
  });

  test('that leads from http to https of the same host is followed without a word', async () => {
    const portal = await open();
    const front = await open();
    front.misbehave(redirectTo('https://docs.acme.example'));
    const newcomer = new Newcomer({
      'http://docs.acme.example': front.origin,
      'https://docs.acme.example': portal.origin,
    });
    const lines = await newcomer.connects('http://docs.acme.example', portal.key);
    expect(lines).toContain('Done: docs.acme.example, DocSpace 3.7.2');
    expect(newcomer.portals()[0]?.mark).toBeNull();
    expect(keysSentTo(front)).toEqual(neverAKey);
  });

  test('that leads away from encryption is refused', async () => {
    const front = await open();
    front.misbehave(redirectTo('http://docs.acme.example'));
    const newcomer = new Newcomer({ 'https://docs.acme.example': front.origin });
    expect(await newcomer.connects('docs.acme.example', front.key)).toEqual([
      'at the address: The portal sends its visitors to an address without encryption. No key goes there.',
    ]);
    expect(keysSentTo(front)).toEqual(neverAKey);
  });

  test('without encryption needs a yes, and is marked ever after', async () => {
    const portal = await open();
    const newcomer = new Newcomer({ 'http://portal.lan': portal.origin });
    expect(await newcomer.connects('http://portal.lan', portal.key)).toEqual([
      'This connection is not encrypted',
      'Anyone on the way can read the key. Use https where the portal offers it.',
      '[Connect without encryption]',
    ]);
    expect(keysSentTo(portal)).toEqual(neverAKey);
    expect(await newcomer.agrees()).toContain(
      'Mind: The connection is not encrypted, anyone on the way can read the key',
    );
    expect(newcomer.portals()[0]?.mark).toBe('This connection is not encrypted.');
  });

  test('that is watched already is refused, whichever way it was typed', async () => {
    const portal = await open();
    const newcomer = new Newcomer();
    await newcomer.connects(portal.origin, portal.key);
    for (const address of [portal.origin, `${portal.origin.replace('http', 'HTTP')}/rooms/shared?a=b#c`]) {
      expect(await newcomer.connects(address, portal.key)).toEqual([
        'at the address: This portal is being watched already.',
      ]);
    }
    expect(newcomer.portals()).toHaveLength(1);
  });
});

describe('a key', () => {
  test.each([
    ['that nobody made', () => `sk-${'0'.repeat(64)}`],
    ['that has expired', ({ keys }: Portal) => keys.expired],
    ['that was switched off', ({ keys }: Portal) => keys.switchedOff],
    ['that is a session token of another time', () => 'AAECAwQFBgcICQ'],
  ])('%s is refused', async (_what, keyOf) => {
    const portal = await open();
    const newcomer = new Newcomer();
    expect(await newcomer.connects(portal.origin, keyOf(portal))).toEqual([
      'at the key: The portal refuses this key. Copy it again, all of it; if it is old, make a new one.',
    ]);
    expect(newcomer.portals()).toEqual([]);
  });

  test('that is none asks nobody', async () => {
    const portal = await open();
    expect(await new Newcomer().connects(portal.origin, 'two words')).toEqual([
      'at the key: Enter the key: sk- and 64 letters and digits, as the portal showed it once.',
    ]);
    expect(portal.requests).toEqual([]);
  });

  test.each([
    [
      'that is limited to other things',
      'scoped',
      'Ada Keeper',
      'It is limited to other things. Make a read-only key for everything, as an owner or administrator of the portal.',
    ],
    [
      'of somebody who is not an administrator',
      'member',
      'Mia Member',
      'It belongs to somebody who is not an administrator. Ask an owner or administrator of the portal to make a read-only key.',
    ],
  ] as const)('%s may not see backups', async (_what, kind, person, next) => {
    const portal = await open();
    const lines = await new Newcomer().connects(portal.origin, portal.keys[kind]);
    const accepted = kind === 'scoped' ? 'Done: Key accepted' : `Done: Key accepted, ${person}`;
    expect(lines).toEqual([
      'This key may not see backups',
      next,
      'Done: Acme, DocSpace 3.7.2',
      accepted,
      'Refused: No right to see backups',
    ]);
  });

  test.each([
    [402, 'The portal’s plan is not paid', 'Ask the portal’s owner; then connect again.'],
    [
      502,
      'The portal could not be asked about backups',
      'The portal is there, but its service does not answer now. Try again in a few minutes.',
    ],
    [
      500,
      'The portal could not be asked about backups',
      'It answered with an error (500). Try again in a few minutes.',
    ],
  ] as const)('to whose backups the portal answers %i', async (status, fact, next) => {
    const portal = await open();
    portal.misbehave(bareAnswer(status), { path: 'getbackupprogress' });
    const lines = await new Newcomer().connects(portal.origin, portal.key);
    expect(lines.slice(0, 2)).toEqual([fact, next]);
    expect(lines.at(-1)).toBe('Refused: Right to see backups');
  });
});

describe('what is so once it is connected', () => {
  const year = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const watched = ['Acme is being watched', 'You are told when its next backup ends.'];

  test('with the recommended key: read-only, and when it ends', async () => {
    const portal = await open();
    portal.world.alterKey({ expiresAt: Date.now() + 400 * day });
    const host = new URL(portal.origin).host;
    expect(await new Newcomer().connects(portal.origin, portal.key)).toEqual([
      ...watched,
      `Done: ${host}, DocSpace 3.7.2`,
      'Done: Key of Ada Keeper, may see backups, read-only',
      `Done: Key expires on ${year.format(Date.now() + 400 * day)}, you are reminded 14 days before`,
    ]);
  });

  test('with one that ends within those days', async () => {
    const portal = await open();
    portal.world.alterKey({ expiresAt: Date.now() + 3 * day });
    const lines = await new Newcomer().connects(portal.origin, portal.key);
    expect(lines.at(-1)).toMatch(/^Mind: Key expires on .+, make a new one by then$/);
  });

  test.each(['write', 'full'] as const)('with one that may change things too: %s', async (kind) => {
    const portal = await open();
    const lines = await new Newcomer().connects(portal.origin, portal.keys[kind]);
    expect(lines.slice(3)).toEqual([
      'Done: Key of Ada Keeper, may see backups',
      'Mind: This key may change things too, a read-only one is enough',
    ]);
  });

  test('with the owner’s, whom new servers call no administrator', async () => {
    const portal = await open();
    const lines = await new Newcomer().connects(portal.origin, portal.keys.owner);
    expect(lines).toContain('Done: Key of Otto Founder, may see backups, read-only');
  });

  test('with a session token, as it was pasted', async () => {
    const portal = await open();
    const lines = await new Newcomer().connects(portal.origin, `Authorization: "${portal.sessionToken}"`);
    expect(lines.slice(3)).toEqual([
      'Done: Key of Ada Keeper, may see backups',
      'Mind: This is a session token, not an API key, it ends with its session; a read-only key lasts',
    ]);
  });

  test('on a server from before keys told of themselves', async () => {
    const portal = await open({ scenario: version240 });
    const lines = await new Newcomer().connects(portal.origin, portal.sessionToken);
    expect(lines[0]).toBe('Acme is being watched');
  });

  test('on a portal whose plan has run out, which still tells how its backup is', async () => {
    const portal = await open();
    portal.play(unpaid);
    expect((await new Newcomer().connects(portal.origin, portal.key))[0]).toBe('Acme is being watched');
  });

  test('on a server of one’s own the whole server can be watched too', async () => {
    const portal = await open();
    portal.play(dumpStandalone);
    const newcomer = new Newcomer();
    await newcomer.connects(portal.origin, portal.key);
    expect(newcomer.portals()[0]?.server?.on).toBe(false);
    const id = newcomer.portals()[0]?.id ?? '';
    newcomer.application.does('watchServer', { portal: id, on: true });
    await newcomer.application.shows('the backup of the whole server', ({ portals }) =>
      Boolean(portals[0]?.state.endsWith(', whole server')),
    );
    expect(newcomer.portals()[0]).toMatchObject({
      server: { on: true },
      also: 'Portal alone: no backup running',
    });
    newcomer.application.does('watchServer', { portal: id, on: false });
    await newcomer.application.shows('the portal alone', ({ portals }) => portals[0]?.also === null);
    expect(newcomer.portals()[0]?.state).toBe('No backup running');
  });

  test('on one of many it cannot', async () => {
    const portal = await open();
    const newcomer = new Newcomer();
    await newcomer.connects(portal.origin, portal.key);
    expect(newcomer.portals()[0]?.server).toBeNull();
    expect(portal.requests.map(({ query }) => query.get('Dump')).filter((dump) => dump === 'true')).toEqual(
      [],
    );
  });

  test('after another key: the name and all else stay', async () => {
    const portal = await open();
    const newcomer = new Newcomer();
    await newcomer.connects(portal.origin, portal.key);
    const id = newcomer.portals()[0]?.id ?? '';
    newcomer.application.does('rename', { portal: id, name: 'Ours' });
    expect((await newcomer.changesKey(id, portal.keys.expired))[0]).toMatch(
      /^at the key: The portal refuses/,
    );
    expect((await newcomer.changesKey(id, portal.keys.owner))[0]).toBe('Ours has its new key');
    expect(newcomer.portals().map(({ name }) => name)).toEqual(['Ours']);
  });
});
