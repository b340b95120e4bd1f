import type { Scenario } from '../scenario.ts';

// Backups of which it is not said how they ended.

export const cancelledVanishes: Scenario = {
  number: 10,
  name: 'cancelled-vanishes',
  says: 'A backup is cancelled at 41 %: the next read knows of no job.',
  begin: (world) => {
    world.backups.start({ ending: { how: 'isCancelled', at: 41, leaves: 'nothing' } });
  },
};

export const cancelledStays: Scenario = {
  number: 10,
  name: 'cancelled-stays',
  says: 'A backup is cancelled at 41 %: its entry stays, with status 3.',
  begin: (world) => {
    world.set({ cancelLeaves: 'entry' });
    world.backups.start({ ending: { how: 'isCancelled', at: 41, leaves: 'entry' } });
  },
};

export const vanishedArchived: Scenario = {
  number: 11,
  name: 'vanished-archived',
  says: 'A backup vanishes at 55 %, and the history has its archive.',
  begin: (world) => {
    world.backups.start({ ending: { how: 'vanishes', at: 55, archived: true } });
  },
};

export const vanishedLost: Scenario = {
  number: 11,
  name: 'vanished-lost',
  says: 'A backup vanishes at 55 %, and the history knows nothing of it.',
  begin: (world) => {
    world.backups.start({ ending: { how: 'vanishes', at: 55, archived: false } });
  },
};

export const frozen: Scenario = {
  number: 12,
  name: 'frozen',
  says: 'The worker is killed at 55 %: the backup stands still for ever, and is handed out as the running one.',
  begin: (world) => {
    world.backups.start({ ending: { how: 'freezes', at: 55 } });
  },
};

export const neverPickedUp: Scenario = {
  number: 2,
  name: 'never-picked-up',
  says: 'A backup is created, and no worker ever picks it up.',
  begin: (world) => {
    world.set({ workerIsDown: true });
    world.backups.start({ waiting: Infinity });
  },
};
