import type { Scenario } from '../scenario.ts';

export const historyEmpty: Scenario = {
  number: 24,
  name: 'history-empty',
  says: 'No archive exists: an empty list, which is a response.',
  begin: () => undefined,
};
