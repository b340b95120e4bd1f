import type { Scenario } from '../scenario.ts';

export const dumpStandalone: Scenario = {
  number: 15,
  name: 'dump-standalone',
  says: "A server of one's own: the whole server is backed up, at 0 % until it is done; the portal itself is not.",
  begin: (world) => {
    world.set({ standalone: true });
    world.dumps.start({ storage: 'Local', preparing: 28, archive: 0, plateau: 0 });
  },
};
