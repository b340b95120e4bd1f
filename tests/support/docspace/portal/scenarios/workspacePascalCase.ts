import type { Scenario } from '../scenario.ts';

export const workspacePascalCase: Scenario = {
  number: 26,
  name: 'workspace-pascal-case',
  says: 'The older Workspace, its members written as its documentation shows them: IsCompleted.',
  begin: (world) => {
    world.set({ docSpace: false, pascalCase: true });
    world.backups.start();
  },
};
