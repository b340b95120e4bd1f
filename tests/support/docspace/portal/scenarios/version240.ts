import type { Scenario } from '../scenario.ts';

export const version240: Scenario = {
  number: 21,
  name: 'version-2-4-0',
  says: 'DocSpace 2.4.0: no status, no warning, no taskId; no API keys either, only sessions.',
  begin: (world) => {
    world.set({ version: '2.4.0' });
    world.backups.start();
  },
};
