import { day, hour, second } from '../../../../../src/core/base/time.ts';
import { olderArchives } from '../olderArchives.ts';
import type { Scenario } from '../scenario.ts';
import type { Schedule } from '../schedule.ts';

// What is known of backups that are over: the newest, its archive, the history, the schedule.

export const noJob: Scenario = {
  number: 1,
  name: 'no-job',
  says: 'Nothing runs, nothing is known: a 200 without a response.',
  begin: () => undefined,
};

export const oldResult: Scenario = {
  number: 14,
  name: 'old-result',
  says: 'The first read already shows a finished backup, eight hours old.',
  begin: (world) => {
    world.backups.start({}, world.clock.now() - 8 * hour);
  },
};

export const replaced: Scenario = {
  number: 13,
  name: 'replaced',
  says: 'A finished backup is replaced by a new one after 10 s.',
  begin: (world) => {
    const now = world.clock.now();
    world.backups.start({}, now - hour);
    world.backups.start({}, now + 10 * second);
  },
};

export const replacedUnseen: Scenario = {
  number: 13,
  name: 'replaced-unseen',
  says: 'A finished backup is replaced after 10 s by one that is finished within a second: nobody sees it run.',
  begin: (world) => {
    const now = world.clock.now();
    world.backups.start({}, now - hour);
    const fast = { waiting: 0, archive: 0, plateau: 1, settling: 0 };
    world.backups.start(fast, now + 10 * second);
  },
};

export const history: Scenario = {
  number: 24,
  name: 'history',
  says: 'Four archives, not in the order of time, dates without a zone; one expires, the others never.',
  begin: (world) => {
    world.backups.olderArchives.push(...olderArchives(world.clock.now()));
  },
};

export const historyEmpty: Scenario = {
  number: 24,
  name: 'history-empty',
  says: 'No archive exists: an empty list, which is a response.',
  begin: () => undefined,
};

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

export const scheduleNeverFired: Scenario = {
  number: 25,
  name: 'schedule-never-fired',
  says: 'A backup every day, unlimited copies, never fired: the year 0001.',
  begin: (world) => {
    world.set({ schedule: () => ({ storage: 'DataStore', period: 'EveryDay', hour: 3, day: 0 }) });
  },
};

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
