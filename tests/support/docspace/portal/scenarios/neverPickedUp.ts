import type { Scenario } from '../scenario.ts';

export const neverPickedUp: Scenario = {
  number: 2,
  name: 'never-picked-up',
  says: 'A backup is created, and no worker ever picks it up.',
  begin: (world) => {
    world.set({ workerIsDown: true });
    world.backups.start({ waiting: Infinity });
  },
};
