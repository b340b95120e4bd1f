import type { Scenario } from '../scenario.ts';

export const cancelledVanishes: Scenario = {
  number: 10,
  name: 'cancelled-vanishes',
  says: 'A backup is cancelled at 41 %: the next read knows of no job.',
  begin: (world) => {
    world.backups.start({ ending: { how: 'isCancelled', at: 41, leaves: 'nothing' } });
  },
};
