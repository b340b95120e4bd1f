import type { Scenario } from '../scenario.ts';

export const version350: Scenario = {
  number: 21,
  name: 'version-3-5-0',
  says: 'DocSpace 3.5.0: no status, no warning.',
  begin: (world) => {
    world.set({ version: '3.5.0' });
    const warning = 'nobody hears of this';
    world.backups.start({ ending: { how: 'succeeds', warning } });
  },
};
