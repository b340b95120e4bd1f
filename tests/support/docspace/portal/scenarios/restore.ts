import type { Scenario } from '../scenario.ts';

export const restore: Scenario = {
  number: 17,
  name: 'restore',
  says: 'The portal is restored for half a minute: 403 but for a few paths; afterwards every key is dead.',
  begin: (world) => {
    world.startRestore(30);
  },
};
