import type { Scenario } from '../scenario.ts';

export const failureAfterSuccess: Scenario = {
  number: 8,
  name: 'failure-after-success',
  says: 'The archive is made and recorded, then the mail about it fails: 100 % with an error.',
  begin: (world) => {
    const error = 'The mail server does not answer.';
    world.backups.start({ ending: { how: 'failsAfterwards', error } });
  },
};
