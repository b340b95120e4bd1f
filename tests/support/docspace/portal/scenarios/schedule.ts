import { day } from '../../../../../src/core/base/time.ts';
import type { Scenario } from '../scenario.ts';

export const schedule: Scenario = {
  number: 25,
  name: 'schedule',
  says: 'A backup every week, three copies kept.',
  begin: (world) => {
    const firedAt = world.clock.now() - day;
    world.set({
      schedule: () => ({
        storage: 'Documents',
        period: 'EveryWeek',
        hour: 3,
        day: 1,
        copiesKept: 3,
        firedAt,
      }),
    });
  },
};
