import type { Scenario } from '../scenario.ts';

export const failure: Scenario = {
  number: 6,
  name: 'failure',
  says: 'A backup fails at 37 %: completed, with an error, and a status that says "completed".',
  begin: (world) => {
    const error = "Can't backup table files_file.";
    world.backups.start({ ending: { how: 'fails', at: 37, error } });
  },
};
