import type { Scenario } from '../scenario.ts';

export const happyDocuments: Scenario = {
  number: 4,
  name: 'happy-documents',
  says: 'A backup into a room succeeds: no link at any time.',
  begin: (world) => {
    world.backups.start({ storage: 'Documents' });
  },
};
