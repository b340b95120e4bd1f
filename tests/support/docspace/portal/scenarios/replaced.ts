import { hour, second } from '../../../../../src/core/base/time.ts';
import type { Scenario } from '../scenario.ts';

export const replaced: Scenario = {
  number: 13,
  name: 'replaced',
  says: 'A finished backup is replaced by a new one after 10 s.',
  begin: (world) => {
    const now = world.clock.now();
    world.backups.start({}, now - hour);
    world.backups.start({}, now + 10 * second);
  },
};
