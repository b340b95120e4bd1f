import type { Scenario } from '../scenario.ts';

export const scheduleNeverFired: Scenario = {
  number: 25,
  name: 'schedule-never-fired',
  says: 'A backup every day, unlimited copies, never fired: the year 0001.',
  begin: (world) => {
    world.set({ schedule: () => ({ storage: 'DataStore', period: 'EveryDay', hour: 3, day: 0 }) });
  },
};
