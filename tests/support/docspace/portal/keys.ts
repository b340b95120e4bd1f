import { createHash } from 'node:crypto';
import { day } from '../../../../src/core/base/time.ts';
import { administrator, member, owner, type Person } from './people.ts';

/** An API key ("personal access token") as the portal keeps it. */
export type Key = {
  token: string;
  name: string;
  person: Person;
  /** Empty: full access. */
  permissions: string[];
  expiresAt?: number;
  isActive: boolean;
};

export type Keys = ReturnType<typeof makeKeys>;
export type KeyKind = keyof Keys;

/** The keys of a portal, one of each kind, always the same for the same origin. */
export function makeKeys(origin: string, now: number) {
  const make = (kind: string, permissions: string[], more: Partial<Key> = {}): Key => {
    const key = { token: token(`${origin} ${kind}`), name: `Keepwatch ${kind}`, person: administrator };
    return { ...key, permissions, isActive: true, ...more };
  };
  return {
    readOnly: make('readOnly', ['*:read'], { expiresAt: now + 365 * day }),
    write: make('write', ['*:write']),
    full: make('full', []),
    owner: make('owner', ['*:read'], { person: owner }),
    member: make('member', ['*:read'], { person: member }),
    scoped: make('scoped', ['files:read']),
    endsSoon: make('endsSoon', ['*:read'], { expiresAt: now + 3 * day }),
    expired: make('expired', ['*:read'], { expiresAt: now - day }),
    switchedOff: make('switchedOff', ['*:read'], { isActive: false }),
  };
}

/** The words of the keys alone: `sk-` and 64 hexadecimal digits. */
export function tokensOf(keys: Keys): Record<KeyKind, string> {
  return {
    readOnly: keys.readOnly.token,
    write: keys.write.token,
    full: keys.full.token,
    owner: keys.owner.token,
    member: keys.member.token,
    scoped: keys.scoped.token,
    endsSoon: keys.endsSoon.token,
    expired: keys.expired.token,
    switchedOff: keys.switchedOff.token,
  };
}

/** Backups are in no named scope: reading needs a permission for everything (DocSpace server 3.7.2). */
export function permits(key: Key, writes: boolean): boolean {
  const { permissions } = key;
  if (permissions.length === 0 || permissions.includes('*') || permissions.includes('*:write')) return true;
  return !writes && permissions.includes('*:read');
}

function token(seed: string): string {
  return `sk-${createHash('sha256').update(seed).digest('hex')}`;
}
