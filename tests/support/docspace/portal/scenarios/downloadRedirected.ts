import { minute } from '../../../../../src/core/base/time.ts';
import type { Scenario } from '../scenario.ts';

export const downloadRedirected: Scenario = {
  number: 16,
  name: 'download-redirected',
  says: 'A finished backup whose link leads on to a cloud storage, where it lives for 15 s.',
  begin: (world) => {
    world.set({ store: 's3' });
    world.backups.start({}, world.clock.now() - minute);
  },
};
