import { hour, second } from '../../../../../src/core/base/time.ts';
import type { Scenario } from '../scenario.ts';

export const replacedUnseen: Scenario = {
  number: 13,
  name: 'replaced-unseen',
  says: 'A finished backup is replaced after 10 s by one that is finished within a second: nobody sees it run.',
  begin: (world) => {
    const now = world.clock.now();
    world.backups.start({}, now - hour);
    const fast = { waiting: 0, archive: 0, plateau: 1, settling: 0 };
    world.backups.start(fast, now + 10 * second);
  },
};
