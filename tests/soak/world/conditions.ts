import { administrator, member } from '../../support/docspace/portal/people.ts';
import type { FleetPortal } from './fleet.ts';

/** What a portal itself may be in for a while: not a fault on the way to it, but how it is. */
export type Condition =
  | 'suspended'
  | 'restored'
  | 'encrypted'
  | 'keyOff'
  | 'keyLimited'
  | 'administratorNoMore'
  | 'addressBlocked'
  | 'tariffRunOut'
  | 'archivesGone';

/** Conditions out of which the portal comes only with another key. */
export function takesTheKey(condition: Condition): boolean {
  return condition === 'keyOff' || condition === 'restored';
}

/** Puts a portal into a condition. */
export function begin({ world, credential }: FleetPortal, condition: Condition, seconds: number): void {
  switch (condition) {
    case 'suspended':
      return world.set({ tenantStatus: 1 });
    case 'restored':
      return world.startRestore(Math.min(seconds / 2, 1800));
    case 'encrypted':
      return world.set({ tenantStatus: 6 });
    case 'keyOff':
      if (credential === 'sessionToken') world.sessions.delete(world.sessionToken);
      return world.alterKey({ isActive: false });
    case 'keyLimited':
      return world.alterKey({ permissions: ['files:read'] });
    case 'administratorNoMore':
      if (credential === 'sessionToken') world.sessions.set(world.sessionToken, member);
      return world.alterKey({ person: member });
    case 'addressBlocked':
      // Read by whoever carries the requests: it is the portal's gate that refuses them.
      return;
    case 'tariffRunOut':
      return world.set({ paid: false });
    case 'archivesGone':
      return world.set({ archivesAreGone: true });
    default:
      return condition satisfies never;
  }
}

/** Takes it out of every condition; with another key, where it took the old one. */
export function mend({ world }: FleetPortal): void {
  world.restore = undefined;
  world.set({ tenantStatus: 0, paid: true, archivesAreGone: false });
  world.sessions.set(world.sessionToken, administrator);
  world.alterKey({ isActive: true, permissions: ['*:read'], person: administrator });
}
