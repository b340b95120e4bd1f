import { day } from '../../../../../src/core/base/time.ts';
import type { Scenario } from '../scenario.ts';

export const keyExpired: Scenario = {
  number: 18,
  name: 'key-expired',
  says: 'The key has expired: 401.',
  begin: (world) => {
    world.alterKey({ expiresAt: world.clock.now() - day });
  },
};
