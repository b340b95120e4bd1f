import type { Scenario } from '../scenario.ts';

export const workspace: Scenario = {
  number: 26,
  name: 'workspace',
  says: 'The older Workspace: four members, no API keys, and a failure at 37 % that is told once, as a 500.',
  begin: (world) => {
    world.set({ docSpace: false });
    const error = "Can't backup table files_file.";
    world.backups.start({ ending: { how: 'fails', at: 37, error } });
  },
};
