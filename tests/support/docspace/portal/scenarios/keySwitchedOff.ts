import type { Scenario } from '../scenario.ts';

export const keySwitchedOff: Scenario = {
  number: 18,
  name: 'key-switched-off',
  says: 'The key was switched off: 401.',
  begin: (world) => {
    world.alterKey({ isActive: false });
  },
};
