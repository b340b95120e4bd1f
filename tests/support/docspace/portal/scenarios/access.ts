import { day } from '../../../../../src/core/base/time.ts';
import { bareAnswer, ipRefused } from '../misbehaviour/answers.ts';
import { member, owner } from '../people.ts';
import type { Scenario } from '../scenario.ts';

// What a portal lets its key see, or refuses.

export const authentication: Scenario = {
  number: 18,
  name: 'authentication',
  says: 'Keys of every kind beside each other; nothing runs.',
  begin: () => undefined,
};

export const ownersKey: Scenario = {
  number: 27,
  name: 'owners-key',
  says: "The key is the owner's: isOwner true, isAdmin false.",
  begin: (world) => {
    world.alterKey({ person: owner });
    world.backups.start();
  },
};

export const keyExpired: Scenario = {
  number: 18,
  name: 'key-expired',
  says: 'The key has expired: 401.',
  begin: (world) => {
    world.alterKey({ expiresAt: world.clock.now() - day });
  },
};

export const keySwitchedOff: Scenario = {
  number: 18,
  name: 'key-switched-off',
  says: 'The key was switched off: 401.',
  begin: (world) => {
    world.alterKey({ isActive: false });
  },
};

export const databaseFails: Scenario = {
  number: 18,
  name: 'database-fails',
  says: 'The database fails twice while the key is looked up: an empty 401 to a good key. Then all is well.',
  begin: (world) => {
    world.misbehaviours.add(bareAnswer(401), { path: 'getbackupprogress', times: 2 });
    world.backups.start();
  },
};

export const keyScoped: Scenario = {
  number: 18,
  name: 'key-scoped',
  says: 'The key is for files only: 403 without a body.',
  begin: (world) => {
    world.alterKey({ permissions: ['files:read'] });
  },
};

export const notAdministrator: Scenario = {
  number: 18,
  name: 'not-administrator',
  says: 'The key belongs to somebody who is no administrator: 403 in an envelope.',
  begin: (world) => {
    world.alterKey({ person: member });
  },
};

export const keyEndsSoon: Scenario = {
  number: 27,
  name: 'key-ends-soon',
  says: 'The key ends in three days.',
  begin: (world) => {
    world.alterKey({ expiresAt: world.clock.now() + 3 * day });
    world.backups.start();
  },
};

export const addressRefused: Scenario = {
  number: 20,
  name: 'address-refused',
  says: "Our address is not on the portal's list: 403 in plain text.",
  begin: (world) => {
    world.misbehaviours.add(ipRefused());
  },
};

export const suspended: Scenario = {
  number: 20,
  name: 'suspended',
  says: 'The portal is suspended: 404 without a body for everything.',
  begin: (world) => {
    world.set({ tenantStatus: 1, problemBodies: false });
  },
};

export const unpaid: Scenario = {
  number: 19,
  name: 'unpaid',
  says: 'The tariff has run out: 402 on history and schedule, while progress answers.',
  begin: (world) => {
    world.set({ paid: false });
    world.backups.start();
  },
};

export const restore: Scenario = {
  number: 17,
  name: 'restore',
  says: 'The portal is restored for half a minute: 403 but for a few paths; afterwards every key is dead.',
  begin: (world) => {
    world.startRestore(30);
  },
};
