import { owner } from '../people.ts';
import type { Scenario } from '../scenario.ts';

export const ownersKey: Scenario = {
  number: 27,
  name: 'owners-key',
  says: "The key is the owner's: isOwner true, isAdmin false.",
  begin: (world) => {
    world.alterKey({ person: owner });
    world.backups.start();
  },
};
