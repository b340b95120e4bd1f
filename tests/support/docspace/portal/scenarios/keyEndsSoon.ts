import { day } from '../../../../../src/core/base/time.ts';
import type { Scenario } from '../scenario.ts';

export const keyEndsSoon: Scenario = {
  number: 27,
  name: 'key-ends-soon',
  says: 'The key ends in three days.',
  begin: (world) => {
    world.alterKey({ expiresAt: world.clock.now() + 3 * day });
    world.backups.start();
  },
};
