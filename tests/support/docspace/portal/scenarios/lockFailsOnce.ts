import { lockFailure } from '../misbehaviour/answers.ts';
import type { Scenario } from '../scenario.ts';

export const lockFailsOnce: Scenario = {
  number: 20,
  name: 'lock-fails-once',
  says: 'The first check meets the lock of the installation: 500 once, then all is well.',
  begin: (world) => {
    world.misbehaviours.add(lockFailure(), { path: 'getbackupprogress', times: 1 });
    world.backups.start();
  },
};
