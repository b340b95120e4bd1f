import { slowHeaders } from '../misbehaviour/network.ts';
import type { Scenario } from '../scenario.ts';

export const slow: Scenario = {
  number: 20,
  name: 'slow',
  says: 'Every answer takes three seconds of real time.',
  begin: (world) => {
    world.misbehaviours.add(slowHeaders(3000));
    world.backups.start();
  },
};
