import { cutShort } from '../misbehaviour/network.ts';
import type { Scenario } from '../scenario.ts';

export const connectionCut: Scenario = {
  number: 20,
  name: 'connection-cut',
  says: 'Every connection is cut in the middle of the body.',
  begin: (world) => {
    world.misbehaviours.add(cutShort());
    world.backups.start();
  },
};
