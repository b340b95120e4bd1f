import { minute } from '../../../../../src/core/base/time.ts';
import type { Scenario } from '../scenario.ts';

export const downloadGone: Scenario = {
  number: 16,
  name: 'download-gone',
  says: 'A finished backup whose file was removed: the link answers 404, the history has lost it.',
  begin: (world) => {
    world.set({ archivesAreGone: true });
    world.backups.start({}, world.clock.now() - minute);
  },
};
