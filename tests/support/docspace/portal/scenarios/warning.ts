import type { Scenario } from '../scenario.ts';

export const warning: Scenario = {
  number: 9,
  name: 'warning',
  says: 'A backup succeeds, but some files are not in it.',
  begin: (world) => {
    const warning = 'Some files were not included in the backup. See storage/missing_info.';
    world.backups.start({ ending: { how: 'succeeds', warning } });
  },
};
