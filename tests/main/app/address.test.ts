import { describe, expect, test } from 'vitest';
import { badGateway, redirectTo } from '../../support/docspace/portal/misbehaviour/answers.ts';
import type { Portal } from '../../support/docspace/portal/portal.ts';
import { addressRefused, restore, suspended } from '../../support/docspace/portal/scenarios/access.ts';
import { hotel, rateLimited } from '../../support/docspace/portal/scenarios/silence.ts';
import { workspace } from '../../support/docspace/portal/scenarios/versions.ts';
import type { Scenario } from '../../support/docspace/portal/scenario.ts';
import { Newcomer } from './newcomer.ts';
import { openNow } from './openNow.ts';

// What a newcomer is told of an address, by the real probes of a real server: each refusal and each consent, and what to
// do about it.

/** Where keys went to. */
function keysSentTo({ requests }: Portal): Set<string | undefined> {
  return new Set(requests.map(({ authorization }) => authorization));
}

const neverAKey = new Set([undefined]);

describe('an address', () => {
  test('that is nobody’s', async () => {
    const [line] = await (await Newcomer.open()).connects('portal.invalid', 'sk-1');
    // Without a network nobody knows whether it is anybody's.
    expect(line).toMatch(
      /^at the address: (DNS has no address for this name|The DNS server does not answer for this name)\. Check the spelling/,
    );
  });

  test('where nobody answers', async () => {
    const closed = await openNow();
    await closed.close();
    expect(await (await Newcomer.open()).connects(closed.origin, closed.key)).toEqual([
      'at the address: The server at this address cannot be reached. Check the address, the port and your network.',
    ]);
  });

  test.each<[string, Scenario, string]>([
    ['of something else', hotel, 'This is not an answer from DocSpace. Copy the address from your browser.'],
    [
      'of the older Workspace',
      workspace,
      'This is the older ONLYOFFICE Workspace, which Keepwatch cannot watch. It needs a DocSpace portal.',
    ],
    [
      'of a suspended portal, which answers nothing',
      suspended,
      'There is no portal at this address (404). Check it; if it is right, the portal may be suspended: ask its owner.',
    ],
    [
      'of a server that takes no calls from here',
      addressRefused,
      'The server does not allow access from this network (403). Ask the portal’s administrator to allow it.',
    ],
    [
      'of a portal that asks to wait',
      rateLimited,
      'The portal has received too many requests. Try again in a minute.',
    ],
  ])('%s', async (_what, scenario, says) => {
    const portal = await openNow({ scenario });
    expect(await (await Newcomer.open()).connects(portal.origin, portal.key)).toEqual([
      `at the address: ${says}`,
    ]);
    expect(keysSentTo(portal)).toEqual(neverAKey);
  });

  test('of a portal that is down', async () => {
    const portal = await openNow();
    portal.misbehave(badGateway());
    expect(await (await Newcomer.open()).connects(portal.origin, portal.key)).toEqual([
      'at the address: The portal is there, but its service does not answer now. Try again in a few minutes.',
    ]);
  });

  test('of a portal that says it is suspended', async () => {
    const portal = await openNow();
    portal.misbehave({
      name: 'suspended, and says so',
      meet: ({ honest, send }) => {
        const answer = honest();
        send({ ...answer, body: String(answer.body).replace('"tenantStatus":0', '"tenantStatus":1') });
      },
    });
    expect(await (await Newcomer.open()).connects(portal.origin, portal.key)).toEqual([
      'The portal is suspended',
      'Ask its owner. It can be watched when it is active again.',
      'Refused: Acme',
      'Not yet: Checking the key',
      'Not yet: Right to see backups',
    ]);
    expect(keysSentTo(portal)).toEqual(neverAKey);
  });

  test('of a portal that is being restored', async () => {
    const portal = await openNow();
    portal.play(restore);
    const lines = await (await Newcomer.open()).connects(portal.origin, portal.key);
    expect(lines.slice(0, 2)).toEqual([
      'The portal is being restored',
      'Wait until it is done. The restore may remove the key; then make a new one.',
    ]);
  });

  test('that leads to another host names it, and no key goes there before a yes', async () => {
    const portal = await openNow();
    const front = await openNow();
    front.misbehave(redirectTo('https://docs.acme.example'));
    const newcomer = await Newcomer.open({
      'https://www.acme.example': front.origin,
      'https://docs.acme.example': portal.origin,
    });
    expect(await newcomer.connects('www.acme.example', portal.key)).toEqual([
      'This address redirects to docs.acme.example',
      'The key would be sent there, not to www.acme.example.',
      '[Connect to docs.acme.example]',
    ]);
    expect(portal.requests).toEqual([]);
    expect((await newcomer.agrees())[0]).toBe('Acme is being watched');
    expect(keysSentTo(front)).toEqual(neverAKey);
    expect(newcomer.portals()[0]?.host).toBe('docs.acme.example');
  });

  test('that leads from http to https of the same host is followed without a word', async () => {
    const portal = await openNow();
    const front = await openNow();
    front.misbehave(redirectTo('https://docs.acme.example'));
    const newcomer = await Newcomer.open({
      'http://docs.acme.example': front.origin,
      'https://docs.acme.example': portal.origin,
    });
    const lines = await newcomer.connects('http://docs.acme.example', portal.key);
    expect(lines).toContain('Done: docs.acme.example, DocSpace 3.7.2');
    expect(newcomer.portals()[0]?.warning).toBeNull();
    expect(keysSentTo(front)).toEqual(neverAKey);
  });

  test('that leads away from encryption is refused', async () => {
    const front = await openNow();
    front.misbehave(redirectTo('http://docs.acme.example'));
    const newcomer = await Newcomer.open({ 'https://docs.acme.example': front.origin });
    expect(await newcomer.connects('docs.acme.example', front.key)).toEqual([
      'at the address: The portal redirects to an address without encryption. No key is sent there.',
    ]);
    expect(keysSentTo(front)).toEqual(neverAKey);
  });

  test('without encryption needs a yes, and is marked ever after', async () => {
    const portal = await openNow();
    const newcomer = await Newcomer.open({ 'http://portal.lan': portal.origin });
    expect(await newcomer.connects('http://portal.lan', portal.key)).toEqual([
      'This connection is not encrypted',
      'Others on the network can read the key. Use https if the portal offers it.',
      '[Connect without encryption]',
    ]);
    expect(keysSentTo(portal)).toEqual(neverAKey);
    expect(await newcomer.agrees()).toContain(
      'Note: The connection is not encrypted, others on the network can read the key',
    );
    expect(newcomer.portals()[0]?.warning).toBe('This connection is not encrypted.');
  });

  test('that is watched already is refused, whichever way it was typed', async () => {
    const portal = await openNow();
    const newcomer = await Newcomer.open();
    await newcomer.connects(portal.origin, portal.key);
    for (const address of [portal.origin, `${portal.origin.replace('http', 'HTTP')}/rooms/shared?a=b#c`]) {
      expect(await newcomer.connects(address, portal.key)).toEqual([
        'at the address: This portal is already being watched.',
      ]);
    }
    expect(newcomer.portals()).toHaveLength(1);
  });
});
