import { member } from '../people.ts';
import type { Scenario } from '../scenario.ts';

export const notAdministrator: Scenario = {
  number: 18,
  name: 'not-administrator',
  says: 'The key belongs to somebody who is no administrator: 403 in an envelope.',
  begin: (world) => {
    world.alterKey({ person: member });
  },
};
