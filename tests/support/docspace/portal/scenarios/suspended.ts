import type { Scenario } from '../scenario.ts';

export const suspended: Scenario = {
  number: 20,
  name: 'suspended',
  says: 'The portal is suspended: 404 without a body for everything.',
  begin: (world) => {
    world.set({ tenantStatus: 1, problemBodies: false });
  },
};
