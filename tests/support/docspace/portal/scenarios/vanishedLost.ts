import type { Scenario } from '../scenario.ts';

export const vanishedLost: Scenario = {
  number: 11,
  name: 'vanished-lost',
  says: 'A backup vanishes at 55 %, and the history knows nothing of it.',
  begin: (world) => {
    world.backups.start({ ending: { how: 'vanishes', at: 55, archived: false } });
  },
};
