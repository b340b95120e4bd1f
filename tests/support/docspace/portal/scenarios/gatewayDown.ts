import { badGateway } from '../misbehaviour/answers.ts';
import type { Scenario } from '../scenario.ts';

export const gatewayDown: Scenario = {
  number: 20,
  name: 'gateway-down',
  says: 'The backup service is down: 502 with a page from the reverse proxy; the rest of the portal answers.',
  begin: (world) => {
    world.misbehaviours.add(badGateway(), { path: 'backup' });
  },
};
