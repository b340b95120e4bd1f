import { describe, expect, test } from 'vitest';
import type { ConnectView } from '../../../src/contract/connectView.ts';
import type { ConnectAttempt } from '../../../src/core/connect/attempt.ts';
import type { KeyFacts } from '../../../src/core/docspace/key.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { Connecting, type Servers } from '../../support/core/connecting.ts';
import { failures } from '../../support/given.ts';
import { added, forbidden, good, linesOf, viewOf } from '../../support/present/connectView.ts';
import { day, now } from '../../support/present/presented.ts';

function key(parts: Partial<KeyFacts>) {
  return {
    key: succeed({ name: '', readsBackups: true, writes: false, readOnly: true, expiresAt: null, ...parts }),
  };
}

describe('while it is being asked', () => {
  const all = new Connecting({ [good]: {} }).submits(good).connect;
  const at = (
    question: 'settings' | 'version' | 'key' | 'self' | 'progress',
    parts: Partial<ConnectAttempt>,
  ) => {
    const asked =
      question === 'progress' ? ({ ask: question, scope: 'portal' } as const) : ({ ask: question } as const);
    return viewOf({ ...all, stage: { is: 'asking', question: asked }, ...parts });
  };
  const none = { settings: null, key: null, self: null };

  test.each<[string, ConnectView, string[]]>([
    [
      'nothing is known',
      at('settings', { version: '', findings: none }),
      ['Now: Finding the portal', 'Not yet: Checking the key', 'Not yet: Right to see backups'],
    ],
    [
      'the portal is known',
      at('key', { findings: { ...all.findings, key: null, self: null } }),
      ['Done: Acme (DocSpace 3.7.2)', 'Now: Checking the key', 'Not yet: Right to see backups'],
    ],
    [
      'the portal keeps its version to itself',
      at('key', { version: '', findings: { ...all.findings, key: null, self: null } }),
      ['Done: Acme', 'Now: Checking the key', 'Not yet: Right to see backups'],
    ],
    [
      'the key is accepted',
      at('self', { findings: { ...all.findings, self: null } }),
      ['Done: Acme (DocSpace 3.7.2)', 'Done: Key accepted', 'Now: Right to see backups'],
    ],
    [
      'its owner is known',
      at('progress', {}),
      ['Done: Acme (DocSpace 3.7.2)', 'Done: Key accepted (Ada)', 'Now: Right to see backups'],
    ],
    [
      'neither key nor owner say anything',
      at('progress', { findings: { ...all.findings, key: forbidden, self: forbidden } }),
      ['Done: Acme (DocSpace 3.7.2)', 'Done: Checking the key', 'Now: Right to see backups'],
    ],
    [
      'the key is being sealed',
      viewOf(all),
      ['Done: Acme (DocSpace 3.7.2)', 'Done: Key accepted (Ada)', 'Done: Right to see backups'],
    ],
  ])('%s', (_what, view, lines) => {
    expect([view.stage, linesOf(view)]).toEqual(['checking', lines]);
  });

  test('a portal without a name goes by its host', () => {
    const settings = succeed({ docSpace: true, standalone: true, name: '', tenant: 'active' as const });
    expect(linesOf(at('key', { findings: { ...none, settings } }))[0]).toBe(
      'Done: acme.example (DocSpace 3.7.2)',
    );
  });
});

describe('what is so once it is connected', () => {
  function connected(
    server: Servers[string],
    address = good,
    kept: 'sealed' | 'untilQuit' = 'sealed',
    sessionToken = false,
  ) {
    const connecting = new Connecting({ [good]: server, 'http://portal.lan': server }).submits(
      address,
      sessionToken ? 'sessionToken' : 'apiKey',
    );
    if (connecting.connect.stage.is === 'consent') connecting.agrees();
    return viewOf({ ...connecting.connect, stage: { is: 'connected', kept } });
  }

  test('the portal is being watched, with a key that can only read', () => {
    const view = connected({});
    expect(view).toMatchObject({
      stage: 'connected',
      note: {
        tone: 'accent',
        fact: 'Acme is being watched',
        next: 'You are told when its next backup ends.',
      },
    });
    expect(linesOf(view)).toEqual([
      'Done: acme.example (DocSpace 3.7.2)',
      'Done: Key of Ada (may see backups, read-only)',
    ]);
  });

  test.each<[string, string[], ConnectView]>([
    [
      'a key that may change things',
      ['Note: This key may change things too (a read-only one is enough)'],
      connected(key({ readOnly: false })),
    ],
    [
      'a key that ends',
      ['Done: Key expires on 20 December (you are reminded 14 days before)'],
      connected(key({ expiresAt: now + 30 * day })),
    ],
    [
      'a key that ends so soon that nothing reminds of it first',
      ['Note: Key expires on 4 December (make a new one by then)'],
      connected(key({ expiresAt: now + 14 * day })),
    ],
    [
      'no encryption',
      ['Note: The connection is not encrypted (others on the network can read the key)'],
      connected({}, 'http://portal.lan'),
    ],
    [
      'no keyring',
      ['Note: No safe keyring on this system (the key is kept only until you quit)'],
      connected({}, good, 'untilQuit'),
    ],
    [
      'a session token',
      ['Note: This is a session token, not an API key (it expires with its session; a read-only key lasts)'],
      connected({}, good, 'sealed', true),
    ],
  ])('and what to mind: %s', (_what, lines, view) => {
    expect(linesOf(view).slice(2)).toEqual(lines);
  });

  test('and a certificate that only its user trusts', () => {
    const { connect } = new Connecting({ [good]: {} }).submits(good);
    const view = viewOf({ ...connect, certificate: 'PEM', stage: { is: 'connected', kept: 'sealed' } });
    expect(linesOf(view).slice(2)).toEqual([
      'Note: You trust its certificate (you are told when it changes)',
    ]);
  });

  test('somebody without a name has a key all the same', () => {
    expect(linesOf(connected({ self: forbidden }))[1]).toBe(
      'Done: Key accepted (may see backups, read-only)',
    );
  });

  test('a portal with its new key is named', () => {
    const changed = new Connecting({ [good]: {} }).changesKeyOf('acme', good).submits('').connect;
    expect(viewOf({ ...changed, stage: { is: 'connected', kept: 'sealed' } }).note?.fact).toBe(
      'Acme has its new key',
    );
  });
});

describe('a refusal says how far it came', () => {
  test('before the key was tried', () => {
    const settings = succeed({
      docSpace: true,
      standalone: false,
      name: 'Acme',
      tenant: 'restoring' as const,
    });
    expect(linesOf(added({ settings }))).toEqual([
      'Refused: Acme',
      'Not yet: Checking the key',
      'Not yet: Right to see backups',
    ]);
  });

  test.each<[string, Servers[string], string[]]>([
    [
      'a page of the key that does not answer',
      { key: fail(failures.serviceDown) },
      ['Done: Acme (DocSpace 3.7.2)', 'Refused: Checking the key', 'Not yet: Right to see backups'],
    ],
    [
      'backups that could not be asked for',
      { progress: fail(failures.serverError) },
      ['Done: Acme (DocSpace 3.7.2)', 'Done: Key accepted (Ada)', 'Refused: Right to see backups'],
    ],
  ])('%s', (_what, server, lines) => {
    expect(linesOf(added(server))).toEqual(lines);
  });
});
