import { hour } from '../../../../../src/core/base/time.ts';
import type { Scenario } from '../scenario.ts';
import type { Schedule } from '../schedule.ts';

export const scheduleDisappears: Scenario = {
  number: 25,
  name: 'schedule-disappears',
  says: 'The server deletes the schedule after an hour, as it does on a quota or payment problem.',
  begin: (world) => {
    const end = world.clock.now() + hour;
    const schedule: Schedule = { storage: 'Documents', period: 'EveryMonth', hour: 3, day: 31 };
    world.set({ schedule: (now) => (now < end ? schedule : undefined) });
  },
};
