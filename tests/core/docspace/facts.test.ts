import { describe, expect, test } from 'vitest';
import { parseKeyFacts } from '../../../src/core/docspace/key.ts';
import { parseRestore } from '../../../src/core/docspace/restore.ts';
import { parseSelf } from '../../../src/core/docspace/self.ts';
import { parsePortalSettings } from '../../../src/core/docspace/settings.ts';
import { parseVersion } from '../../../src/core/docspace/version.ts';
import { requestFor } from '../../../src/core/docspace/question.ts';
import { start } from '../../support/given.ts';
import { httpAnswer, wrapped } from './answers.ts';

// What a portal says of itself, of a key, and of the key's owner.

describe('the key goes along only where it must', () => {
  test.each([
    ['settings', '/api/2.0/settings', false],
    ['version', '/api/2.0/settings/version/build', false],
    ['key', '/api/2.0/keys/@self', true],
    ['self', '/api/2.0/people/@self', true],
    ['restore', '/api/2.0/backup/getrestoreprogress', false],
  ] as const)('%s: %s', (ask, path, withKey) => {
    const request = requestFor({ ask });
    expect(request).toMatchObject({ path, withKey });
    expect(request.limit).toBeLessThanOrEqual(262_144);
  });
});

describe('how far a restore is', () => {
  test.each([
    [undefined, null],
    [{ isCompleted: false, progress: 40.9 }, { percent: 40 }],
    [{ isCompleted: false, progress: 140 }, { percent: 100 }],
    [{ isCompleted: false, progress: -4 }, { percent: 0 }],
    [
      { isCompleted: true, progress: 100 },
      { ended: 'finished', error: '' },
    ],
    [
      { isCompleted: true, progress: 40, error: 'Folder not found.' },
      { ended: 'failed', error: 'Folder not found.' },
    ],
    [{ isCompleted: false, progress: 40, error: '', status: 1 }, { percent: 40 }],
    [
      { isCompleted: false, progress: 0, error: null, status: 4 },
      { ended: 'failed', error: '' },
    ],
    [
      { isCompleted: false, progress: 0, error: 'One or more errors occurred.' },
      { ended: 'failed', error: 'One or more errors occurred.' },
    ],
  ])('%j', (response, progress) => {
    expect(parseRestore(wrapped(response), start)).toEqual({ ok: true, value: progress });
  });

  test.each([[{ progress: 40 }], ['40 %'], [[]]])('is not to be read from %j', (response) => {
    expect(parseRestore(wrapped(response), start)).toMatchObject({
      ok: false,
      reason: { kind: 'unreadable' },
    });
  });
});

describe('what a key may', () => {
  test.each([
    [['*:read'], { readsBackups: true, writes: false, readOnly: true }],
    [['*:read', 'files:read'], { readsBackups: true, writes: false, readOnly: true }],
    [['*:read', 'files:write'], { readsBackups: true, writes: false, readOnly: false }],
    [['*:write'], { readsBackups: true, writes: true, readOnly: false }],
    [['*'], { readsBackups: true, writes: true, readOnly: false }],
    [[], { readsBackups: true, writes: true, readOnly: false }],
    [undefined, { readsBackups: true, writes: true, readOnly: false }],
    [['files:read'], { readsBackups: false, writes: false, readOnly: true }],
    [['files:write', 'rooms:read'], { readsBackups: false, writes: false, readOnly: false }],
  ])('%j', (permissions, expected) => {
    expect(parseKeyFacts(wrapped({ name: 'Keepwatch', permissions }), start)).toMatchObject({
      value: expected,
    });
  });

  test('its name is made harmless, its end is a moment or none', () => {
    const key = { name: '\u0007Key', permissions: [], expiresAt: '2027-01-01T00:00:00' };
    const value = { name: 'Key', expiresAt: Date.parse('2027-01-01T00:00:00Z') };
    expect(parseKeyFacts(wrapped(key), start)).toMatchObject({ value });
    expect(parseKeyFacts(wrapped({ ...key, expiresAt: null, name: null }), start)).toMatchObject({
      value: { name: '', expiresAt: null },
    });
  });

  test.each([undefined, [], 'key', { permissions: 'all' }, { permissions: [1] }])(
    '%j is unreadable',
    (response) => {
      expect(parseKeyFacts(wrapped(response), start)).toMatchObject({ reason: { kind: 'unreadable' } });
    },
  );
});

describe('whose key it is', () => {
  test.each([
    [{ isOwner: true, isAdmin: false }, true],
    [{ isOwner: false, isAdmin: true }, true],
    [{ isAdmin: true }, true],
    [{ isOwner: false, isAdmin: false }, false],
    [{}, false],
  ])('%j: an administrator is %s', (self, administrator) => {
    expect(parseSelf(wrapped({ displayName: 'Ada', ...self }), start)).toEqual({
      ok: true,
      value: { name: 'Ada', administrator },
    });
  });

  test('somebody without a name has an empty one; what is no person is unreadable', () => {
    expect(parseSelf(wrapped({ isAdmin: true }), start)).toMatchObject({ value: { name: '' } });
    expect(parseSelf(wrapped(), start)).toMatchObject({ reason: { kind: 'unreadable' } });
    expect(parseSelf(wrapped({ isAdmin: 'yes' }), start)).toMatchObject({ reason: { kind: 'unreadable' } });
  });
});

describe('what a portal is', () => {
  test('a DocSpace says so; an older Workspace does not', () => {
    const docSpace = { docSpace: true, standalone: true, greetingSettings: 'Acme', tenantStatus: 0 };
    expect(parsePortalSettings(wrapped(docSpace), start)).toEqual({
      ok: true,
      value: { docSpace: true, standalone: true, name: 'Acme', tenant: 'active' },
    });
    expect(parsePortalSettings(wrapped({ timezone: 'UTC' }), start)).toEqual({
      ok: true,
      value: { docSpace: false, standalone: false, name: '', tenant: 'active' },
    });
  });

  test.each([
    [0, 'active'],
    [1, 'suspended'],
    [2, 'suspended'],
    [3, 'busy'],
    [4, 'restoring'],
    [5, 'active'],
    [6, 'busy'],
    [99, 'active'],
    ['Suspended', 'suspended'],
    ['RemovePending', 'suspended'],
    ['Transfering', 'busy'],
    ['Restoring', 'restoring'],
    ['Encryption', 'busy'],
    [undefined, 'active'],
    [null, 'active'],
  ])('a tenant status of %j is %s', (tenantStatus, tenant) => {
    expect(parsePortalSettings(wrapped({ docSpace: true, tenantStatus }), start)).toMatchObject({
      value: { tenant },
    });
  });

  test('its name is one short, harmless line', () => {
    const read = parsePortalSettings(
      wrapped({ docSpace: true, greetingSettings: `A\u2028B${'c'.repeat(200)}` }),
      start,
    );
    expect(read.ok && read.value.name).toBe(`A B${'c'.repeat(76)}…`);
  });

  test('what answers a page, or nothing, is no portal', () => {
    expect(parsePortalSettings(httpAnswer('<html>'), start)).toMatchObject({
      reason: { kind: 'notDocSpace' },
    });
    expect(parsePortalSettings(wrapped(), start)).toMatchObject({ reason: { kind: 'unreadable' } });
  });
});

describe('its version', () => {
  test.each([
    [{ docSpace: '3.7.2', documentServer: '9.1' }, '3.7.2'],
    [{ documentServer: '9.1' }, ''],
    [{ docSpace: '3.7.2-with-a-very-long-tail' }, '3.7.2-with-a-very-l…'],
  ])('%j is "%s"', (response, value) => {
    expect(parseVersion(wrapped(response), start)).toEqual({ ok: true, value });
  });

  test('a server that does not tell is a failure like any other', () => {
    expect(parseVersion(httpAnswer('', { status: 404 }), start)).toMatchObject({
      reason: { kind: 'notThere' },
    });
  });
});
