import type { Scenario } from '../scenario.ts';

export const dumpRefused: Scenario = {
  number: 15,
  name: 'dump-refused',
  says: "A SaaS portal: Dump=true is refused with 403, the portal's own backup runs.",
  begin: (world) => {
    world.set({ standalone: false });
    world.backups.start();
  },
};
