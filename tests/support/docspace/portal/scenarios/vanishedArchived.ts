import type { Scenario } from '../scenario.ts';

export const vanishedArchived: Scenario = {
  number: 11,
  name: 'vanished-archived',
  says: 'A backup vanishes at 55 %, and the history has its archive.',
  begin: (world) => {
    world.backups.start({ ending: { how: 'vanishes', at: 55, archived: true } });
  },
};
