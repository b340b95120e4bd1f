import { ipRefused } from '../misbehaviour/answers.ts';
import type { Scenario } from '../scenario.ts';

export const addressRefused: Scenario = {
  number: 20,
  name: 'address-refused',
  says: "Our address is not on the portal's list: 403 in plain text.",
  begin: (world) => {
    world.misbehaviours.add(ipRefused());
  },
};
