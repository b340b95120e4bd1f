import { captivePortal } from '../misbehaviour/answers.ts';
import type { Scenario } from '../scenario.ts';

export const hotel: Scenario = {
  number: 20,
  name: 'hotel',
  says: 'A captive portal answers everything: a page, with 200.',
  begin: (world) => {
    world.misbehaviours.add(captivePortal());
  },
};
