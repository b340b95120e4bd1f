import type { Scenario } from '../scenario.ts';

export const frozen: Scenario = {
  number: 12,
  name: 'frozen',
  says: 'The worker is killed at 55 %: the backup stands still for ever, and is handed out as the running one.',
  begin: (world) => {
    world.backups.start({ ending: { how: 'freezes', at: 55 } });
  },
};
