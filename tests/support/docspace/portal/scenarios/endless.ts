import { endlessBody } from '../misbehaviour/network.ts';
import type { Scenario } from '../scenario.ts';

export const endless: Scenario = {
  number: 20,
  name: 'endless',
  says: 'Every body goes on for ever.',
  begin: (world) => {
    world.misbehaviours.add(endlessBody());
  },
};
