import type { Scenario } from '../scenario.ts';

export const noJob: Scenario = {
  number: 1,
  name: 'no-job',
  says: 'Nothing runs, nothing is known: a 200 without a response.',
  begin: () => undefined,
};
