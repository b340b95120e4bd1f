import type { Scenario } from '../scenario.ts';

export const unpaid: Scenario = {
  number: 19,
  name: 'unpaid',
  says: 'The tariff has run out: 402 on history and schedule, while progress answers.',
  begin: (world) => {
    world.set({ paid: false });
    world.backups.start();
  },
};
