import type { Scenario } from '../scenario.ts';

export const thirdParty: Scenario = {
  number: 5,
  name: 'third-party',
  says: 'A backup to a cloud storage: the link is absolute, on another origin, and refuses an Authorization header.',
  begin: (world) => {
    world.backups.start({ storage: 'ThirdPartyConsumer' });
  },
};
