import type { Scenario } from '../scenario.ts';

export const keyScoped: Scenario = {
  number: 18,
  name: 'key-scoped',
  says: 'The key is for files only: 403 without a body.',
  begin: (world) => {
    world.alterKey({ permissions: ['files:read'] });
  },
};
