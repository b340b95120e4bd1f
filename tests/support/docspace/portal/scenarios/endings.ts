import type { Scenario } from '../scenario.ts';

// Backups that end, each in its way.

export const happyDataStore: Scenario = {
  number: 3,
  name: 'happy-data-store',
  says: 'A backup to the temporary storage succeeds: half a minute, then a link for a day.',
  begin: (world) => {
    world.backups.start({ storage: 'DataStore' });
  },
};

export const happyDocuments: Scenario = {
  number: 4,
  name: 'happy-documents',
  says: 'A backup into a room succeeds: no link at any time.',
  begin: (world) => {
    world.backups.start({ storage: 'Documents' });
  },
};

export const thirdParty: Scenario = {
  number: 5,
  name: 'third-party',
  says: 'A backup to a cloud storage: the link is absolute, on another origin, and refuses an Authorization header.',
  begin: (world) => {
    world.backups.start({ storage: 'ThirdPartyConsumer' });
  },
};

export const warning: Scenario = {
  number: 9,
  name: 'warning',
  says: 'A backup succeeds, but some files are not in it.',
  begin: (world) => {
    const warning = 'Some files were not included in the backup. See storage/missing_info.';
    world.backups.start({ ending: { how: 'succeeds', warning } });
  },
};

export const failure: Scenario = {
  number: 6,
  name: 'failure',
  says: 'A backup fails at 37 %: completed, with an error, and a status that says "completed".',
  begin: (world) => {
    const error = "Can't backup table files_file.";
    world.backups.start({ ending: { how: 'fails', at: 37, error } });
  },
};

export const crash: Scenario = {
  number: 7,
  name: 'crash',
  says: 'A backup crashes at once: an error, but never completed, and in the way of the next one.',
  begin: (world) => {
    const error = 'One or more errors occurred. (Portal not found)';
    world.backups.start({ ending: { how: 'crashes', error } });
  },
};

export const failureAfterSuccess: Scenario = {
  number: 8,
  name: 'failure-after-success',
  says: 'The archive is made and recorded, then the mail about it fails: 100 % with an error.',
  begin: (world) => {
    const error = 'The mail server does not answer.';
    world.backups.start({ ending: { how: 'failsAfterwards', error } });
  },
};
