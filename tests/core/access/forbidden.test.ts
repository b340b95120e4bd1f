import { describe, expect, test } from 'vitest';
import {
  type Findings,
  missingFinding,
  noFindings,
  whyForbidden,
} from '../../../src/core/access/forbidden.ts';
import type { TenantStatus } from '../../../src/core/docspace/settings.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { failures } from '../../support/given.ts';

function portal(tenant: TenantStatus = 'active'): Findings['settings'] {
  return succeed({ docSpace: true, standalone: false, name: '', tenant });
}
function key(readsBackups: boolean): Findings['key'] {
  return succeed({ name: '', readsBackups, writes: false, readOnly: true, expiresAt: null });
}
function self(administrator: boolean): Findings['self'] {
  return succeed({ name: '', administrator });
}
const workspace: Findings['settings'] = succeed({
  docSpace: false,
  standalone: true,
  name: '',
  tenant: 'active',
});
const refused = fail(failures.forbidden);
const silent = fail(failures.timeout);

describe('why a portal forbids', () => {
  test.each<[string, Partial<Findings>, string]>([
    ['it is being restored', { settings: portal('restoring') }, 'restoring'],
    ['it is being moved or encrypted', { settings: portal('busy') }, 'busy'],
    ['it says that it is suspended', { settings: portal('suspended') }, 'suspended'],
    ['it answers 404 to everything', { settings: fail(failures.notThere) }, 'suspended'],
    ['the key is limited to other things', { settings: portal(), key: key(false) }, 'keyLimited'],
    [
      'the owner of the key is nobody',
      { settings: portal(), key: key(true), self: self(false) },
      'notAdministrator',
    ],
    [
      'a session token of nobody',
      { settings: portal(), key: fail(failures.notThere), self: self(false) },
      'notAdministrator',
    ],
    ['nothing with a key is answered', { settings: portal(), key: refused, self: refused }, 'addressBlocked'],
    [
      'a limited key and a stranger: the key first',
      { settings: portal(), key: key(false), self: self(false) },
      'keyLimited',
    ],
    [
      'a restore hides everything else',
      { settings: portal('restoring'), key: key(false), self: self(false) },
      'restoring',
    ],
    ['all looks well', { settings: portal(), key: key(true), self: self(true) }, 'noRight'],
    ['it answers 403 to everything', { settings: refused }, 'addressBlocked'],
    ['the older Workspace answers', { settings: workspace }, 'workspace'],
    ['the settings do not answer', { settings: silent }, 'noRight'],
    ['the owner is not told', { settings: portal(), key: key(true), self: refused }, 'noRight'],
    ['nothing was found out', {}, 'noRight'],
  ])('%s', (_what, findings, cause) => {
    expect(whyForbidden({ ...noFindings, ...findings })).toBe(cause);
  });
});

describe('what still has to be asked', () => {
  test.each<[string, Partial<Findings>, 'settings' | 'key' | 'self' | null]>([
    ['first the portal itself', {}, 'settings'],
    ['nothing more of one that is not there', { settings: silent }, null],
    ['nothing more of the older Workspace', { settings: workspace }, null],
    ['nothing more of one that is closed', { settings: portal('restoring') }, null],
    ['then the key', { settings: portal() }, 'key'],
    ['nothing more of a key that is limited', { settings: portal(), key: key(false) }, null],
    ['then its owner', { settings: portal(), key: key(true) }, 'self'],
    ['its owner also where the key tells nothing', { settings: portal(), key: refused }, 'self'],
    ['and then all is known', { settings: portal(), key: key(true), self: silent }, null],
  ])('%s', (_what, findings, question) => {
    expect(missingFinding({ ...noFindings, ...findings })).toBe(question);
  });
});
