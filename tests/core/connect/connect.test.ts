import { describe, expect, test } from 'vitest';
import { stepConnect } from '../../../src/core/connect/connect.ts';
import { knownOf } from '../../../src/core/connect/attempt.ts';
import type { TenantStatus } from '../../../src/core/docspace/settings.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { Connecting, type Servers, workspace } from '../../support/core/connecting.ts';
import { acme, failures, start } from '../../support/given.ts';

const good = 'https://acme.example';
const plain = 'http://portal.lan';

function tenant(status: TenantStatus) {
  return { settings: succeed({ docSpace: true, standalone: false, name: 'Acme', tenant: status }) };
}
const limited = succeed({ name: '', readsBackups: false, writes: false, readOnly: true, expiresAt: null });
const nobody = succeed({ name: 'Bob', administrator: false });
const forbidden = fail(failures.forbidden);

describe('adding a portal', () => {
  test('asks what it is, then what the key may, and nothing is stored before all went well', () => {
    const adding = new Connecting({ [good]: {} }).submits('acme.example');
    expect(adding.asked.map((line) => line.split(' ')[1])).toEqual([
      'settings',
      'version',
      'key',
      'self',
      'progress',
    ]);
    expect(adding.connect).toMatchObject({
      stage: { is: 'storing' },
      address: { origin: good },
      typed: 'acme.example',
      version: '3.7.2',
    });
    expect(knownOf(adding.connect)).toMatchObject({ key: { readOnly: true }, self: { name: 'Ada' } });
  });

  test('a session token has no page about itself', () => {
    const adding = new Connecting({ [good]: {} }).submits('acme.example', 'sessionToken');
    expect(adding.asked.map((line) => line.split(' ')[1])).toEqual([
      'settings',
      'version',
      'self',
      'progress',
    ]);
  });

  test.each<[string, Servers[string], string]>([
    ['an older server without a page about keys', { key: fail(failures.notThere) }, 'storing'],
    [
      'a limited key, which may not even ask for itself',
      { key: forbidden, progress: forbidden },
      'right: noRight',
    ],
    ['a server that hides its owner', { self: forbidden }, 'storing'],
    ['an owner’s answer that does not come', { self: fail(failures.timeout) }, 'storing'],
    ['no such host', failures.timeout, 'address: timeout'],
    ['not encrypted by a good certificate', failures.expired, 'address: certificate'],
    ['a certificate that no authority has signed', failures.certificate, 'reading'],
    ['a page that is no DocSpace', failures.notDocSpace, 'address: notDocSpace'],
    ['a suspended portal', { settings: fail(failures.notThere) }, 'address: notThere'],
    ['an older Workspace', workspace, 'address: workspace'],
    ['a portal that is being restored', tenant('restoring'), 'right: restoring'],
    ['a portal that is being moved', tenant('busy'), 'right: busy'],
    ['a portal that is suspended and says so', tenant('suspended'), 'right: suspended'],
    ['a key that its own page refuses', { key: fail(failures.keyRefused) }, 'key: refused'],
    ['a key that its owner’s page refuses', { self: fail(failures.keyRefused) }, 'key: refused'],
    ['a key that only the backups refuse', { progress: fail(failures.keyRefused) }, 'key: refused'],
    ['a key’s page that does not answer', { key: fail(failures.serviceDown) }, 'right: serviceDown'],
    ['a key limited to other things', { key: limited, progress: forbidden }, 'right: keyLimited'],
    ['the key of nobody', { self: nobody, progress: forbidden }, 'right: notAdministrator'],
    ['a right that is missing for no reason', { progress: forbidden }, 'right: noRight'],
    [
      'a network that is not let in',
      { key: forbidden, self: forbidden, progress: forbidden },
      'right: addressBlocked',
    ],
    ['an unpaid plan', { progress: fail(failures.unpaid) }, 'right: unpaid'],
    ['backups that cannot be asked for', { progress: fail(failures.serverError) }, 'right: serverError'],
  ])('%s', (_what, server, end) => {
    expect(new Connecting({ [good]: server }).submits('acme.example').end()).toBe(end);
  });

  test.each([
    ['', 'apiKey', 'address: empty'],
    ['a b', 'apiKey', 'address: malformed'],
    ['ftp://x', 'apiKey', 'address: scheme'],
    ['https://a:b@x', 'apiKey', 'address: credentials'],
    ['acme.example', null, 'key: malformed'],
    ['', null, 'address: empty'],
  ] as const)('of %j with the key %j asks nobody anything: %s', (address, keyKind, end) => {
    const adding = new Connecting({ [good]: {} }).submits(address, keyKind);
    expect([adding.end(), adding.asked]).toEqual([end, []]);
  });

  test('a portal that is watched already is refused, also by another way to it', () => {
    const servers = { [good]: {}, 'http://acme.example': `${good}/`, 'https://www.acme.example': `${good}/` };
    expect(new Connecting(servers).submits(good, 'apiKey', [good]).end()).toBe('address: alreadyWatched');
    expect(new Connecting(servers).submits('http://acme.example', 'apiKey', [good]).end()).toBe(
      'address: alreadyWatched',
    );
    const other = new Connecting(servers).submits('www.acme.example', 'apiKey', [good]).agrees();
    expect(other.end()).toBe('address: alreadyWatched');
    expect(other.asked.filter((line) => !line.endsWith(' settings'))).toEqual([]);
  });
});

describe('a redirect', () => {
  test('to https of the same host is followed without a word', () => {
    const adding = new Connecting({ 'http://acme.example': `${good}/rooms`, [good]: {} }).submits(
      'http://acme.example',
    );
    expect([adding.end(), adding.consents]).toEqual(['storing', []]);
    expect(adding.connect.address?.origin).toBe(good);
  });

  test('to another host needs a yes before anything more is asked', () => {
    const servers = { 'https://www.acme.example': good, [good]: {} };
    const adding = new Connecting(servers).submits('www.acme.example');
    expect([adding.end(), adding.consents, adding.asked.length]).toEqual(['consent', ['otherHost'], 1]);
    expect(adding.connect).toMatchObject({ typed: 'www.acme.example', address: { host: 'acme.example' } });
    expect(adding.agrees().end()).toBe('storing');
  });

  test('from there to a third one needs another', () => {
    const servers = { 'https://a.example': 'https://b.example', 'https://b.example': good, [good]: {} };
    const adding = new Connecting(servers).submits('a.example').agrees();
    expect(adding.consents).toEqual(['otherHost', 'otherHost']);
    expect(adding.agrees().end()).toBe('storing');
  });

  test('away from encryption is refused, and so is any other kind of address', () => {
    expect(new Connecting({ [good]: 'http://acme.example/' }).submits(good).end()).toBe('address: downgrade');
    expect(new Connecting({ [good]: 'javascript:alert(1)' }).submits(good).end()).toBe('address: redirected');
  });

  test('to itself is no DocSpace', () => {
    expect(new Connecting({ [good]: '/login' }).submits(good).end()).toBe('address: redirected');
  });

  test('in circles ends', () => {
    const servers = { 'https://a.example': 'https://b.example', 'https://b.example': 'https://a.example' };
    const adding = new Connecting(servers).submits('a.example');
    for (let yes = 0; yes < 5; yes += 1) adding.agrees();
    expect(adding.end()).toBe('address: tooManyRedirects');
    expect(adding.asked).toHaveLength(6);
  });
});

describe('a portal without encryption', () => {
  test('needs a yes before the key goes there', () => {
    const adding = new Connecting({ [plain]: {} }).submits(plain);
    expect([adding.end(), adding.consents]).toEqual(['consent', ['unencrypted']]);
    expect(adding.asked).toEqual([`${plain} settings`, `${plain} version`]);
    expect(adding.agrees().end()).toBe('storing');
  });

  test('on this machine itself needs none', () => {
    const here = 'http://localhost:8092';
    expect(new Connecting({ [here]: {} }).submits(here).end()).toBe('storing');
  });

  test('on another host needs both', () => {
    const adding = new Connecting({ [plain]: 'http://other.lan', 'http://other.lan': {} })
      .submits(plain)
      .agrees();
    expect(adding.consents).toEqual(['otherHost', 'unencrypted']);
    expect(adding.agrees().end()).toBe('storing');
  });
});

describe('another key for a portal that is watched', () => {
  test('goes to its own address only, whatever stands in the form', () => {
    const changing = new Connecting({ [good]: {} })
      .changesKeyOf('acme', good)
      .submits('evil.example', 'apiKey', [good]);
    expect([changing.end(), new Set(changing.asked.map((line) => line.split(' ')[0]))]).toEqual([
      'storing',
      new Set([good]),
    ]);
    expect(changing.connect.portal).toBe('acme');
  });

  test('goes there also after one that was mistyped', () => {
    const changing = new Connecting({ [good]: {} }).changesKeyOf('acme', good);
    expect(changing.submits('', null, [good]).end()).toBe('key: malformed');
    expect(changing.submits('', 'apiKey', [good]).end()).toBe('storing');
    expect(changing.connect.address.origin).toBe(good);
  });

  test('follows its server to https of the same host', () => {
    const servers = { [plain]: 'https://portal.lan/', 'https://portal.lan': {} };
    const changing = new Connecting(servers).changesKeyOf('lan', plain).submits('');
    expect([changing.end(), changing.connect.address.origin]).toEqual(['storing', 'https://portal.lan']);
    expect(changing.asked[1]).toBe('https://portal.lan settings');
  });

  test('follows no other redirect', () => {
    const changing = new Connecting({ [good]: 'https://www.acme.example', 'https://www.acme.example': {} });
    expect(changing.changesKeyOf('acme', good).submits('').end()).toBe('address: redirected');
  });

  test('asks no consent a second time', () => {
    expect(new Connecting({ [plain]: {} }).changesKeyOf('lan', plain).submits('').end()).toBe('storing');
  });
});

describe('what comes out of order', () => {
  const adding = new Connecting({ [good]: {} }).submits(good);
  const { attempt } = adding.connect;
  const nobody = { portals: [], now: start };
  const stored = {
    type: 'connectStored',
    attempt,
    stored: succeed({ portal: acme, kept: 'untilQuit' as const }),
  } as const;

  test('an answer of an attempt that was given up counts no more', () => {
    const edited = stepConnect(
      { ...adding.connect, stage: { is: 'asking', question: { ask: 'key' } } },
      { type: 'connectEdited' },
      nobody,
    );
    expect(edited.stage).toEqual({ is: 'form' });
    const reply = { ask: 'version', got: succeed('9.9') } as const;
    expect(stepConnect(edited, { type: 'connectReplied', attempt, reply }, nobody)).toBe(edited);
    expect(stepConnect(edited, stored, nobody)).toBe(edited);
  });

  test('a yes where nothing was asked is none', () => {
    expect(stepConnect(adding.connect, { type: 'connectAgreed' }, nobody)).toBe(adding.connect);
  });

  test('an answer that nobody asked for changes nothing', () => {
    const reply = { ask: 'history', scope: 'portal', got: succeed([]) } as const;
    expect(stepConnect(adding.connect, { type: 'connectReplied', attempt, reply }, nobody)).toBe(
      adding.connect,
    );
  });

  test('the end is connected, or says that the key could not be kept', () => {
    const connected = stepConnect(adding.connect, stored, nobody);
    expect(connected.stage).toEqual({ is: 'connected', kept: 'untilQuit' });
    expect(stepConnect(connected, { type: 'connectEdited' }, nobody)).toBe(connected);
    const failed = { ...stored, stored: fail(null) };
    const refused = stepConnect(adding.connect, failed, nobody);
    expect(refused.stage).toEqual({ is: 'refused', refusal: { at: 'storing', why: 'notSaved' } });
  });
});
