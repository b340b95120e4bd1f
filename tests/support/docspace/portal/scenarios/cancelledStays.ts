import type { Scenario } from '../scenario.ts';

export const cancelledStays: Scenario = {
  number: 10,
  name: 'cancelled-stays',
  says: 'A backup is cancelled at 41 %: its entry stays, with status 3.',
  begin: (world) => {
    world.set({ cancelLeaves: 'entry' });
    world.backups.start({ ending: { how: 'isCancelled', at: 41, leaves: 'entry' } });
  },
};
