import type { Scenario } from '../scenario.ts';

export const authentication: Scenario = {
  number: 18,
  name: 'authentication',
  says: 'Keys of every kind beside each other; nothing runs.',
  begin: () => undefined,
};
