import type { Scenario } from '../scenario.ts';

export const crash: Scenario = {
  number: 7,
  name: 'crash',
  says: 'A backup crashes at once: an error, but never completed, and in the way of the next one.',
  begin: (world) => {
    const error = 'One or more errors occurred. (Portal not found)';
    world.backups.start({ ending: { how: 'crashes', error } });
  },
};
