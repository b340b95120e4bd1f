import type { Scenario } from '../scenario.ts';

export const dumpLimited: Scenario = {
  number: 15,
  name: 'dump-limited',
  says: "A server of one's own, but this portal is kept from Dump: 403.",
  begin: (world) => {
    world.set({ standalone: true, limitedAccessSpace: true });
    world.backups.start();
  },
};
