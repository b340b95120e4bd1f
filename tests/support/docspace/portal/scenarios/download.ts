import { minute } from '../../../../../src/core/base/time.ts';
import type { Scenario } from '../scenario.ts';

export const download: Scenario = {
  number: 16,
  name: 'download',
  says: 'A finished backup whose link gives the file: to an administrator, by GET, ranges too.',
  begin: (world) => {
    world.backups.start({}, world.clock.now() - minute);
  },
};
