import type { Scenario } from '../scenario.ts';

export const version370: Scenario = {
  number: 21,
  name: 'version-3-7-0',
  says: 'DocSpace 3.7.0: no status.',
  begin: (world) => {
    world.set({ version: '3.7.0' });
    world.backups.start();
  },
};
