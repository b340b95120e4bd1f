import { olderArchives } from '../olderArchives.ts';
import type { Scenario } from '../scenario.ts';

export const history: Scenario = {
  number: 24,
  name: 'history',
  says: 'Four archives, not in the order of time, dates without a zone; one expires, the others never.',
  begin: (world) => {
    world.backups.olderArchives.push(...olderArchives(world.clock.now()));
  },
};
