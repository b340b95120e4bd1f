import { hour } from '../../../../../src/core/base/time.ts';
import type { Scenario } from '../scenario.ts';

export const oldResult: Scenario = {
  number: 14,
  name: 'old-result',
  says: 'The first read already shows a finished backup, eight hours old.',
  begin: (world) => {
    world.backups.start({}, world.clock.now() - 8 * hour);
  },
};
