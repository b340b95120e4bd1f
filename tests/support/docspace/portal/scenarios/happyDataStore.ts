import type { Scenario } from '../scenario.ts';

export const happyDataStore: Scenario = {
  number: 3,
  name: 'happy-data-store',
  says: 'A backup to the temporary storage succeeds: half a minute, then a link for a day.',
  begin: (world) => {
    world.backups.start({ storage: 'DataStore' });
  },
};
