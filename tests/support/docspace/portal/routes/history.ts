import { succeed } from '../envelope.ts';
import type { Archive } from '../job/archive.ts';
import type { Route } from '../route.ts';
import { storageTypes } from '../storageType.ts';
import { dateWithoutZone, never } from '../time.ts';

/**
 * `getbackuphistory`: the archives that exist, not sorted by time. Failed backups are not in it, and records whose
 * archive is gone are dropped by the very question (DocSpace server 3.7.2, GetBackupHistoryAsync).
 */
export const historyRoute: Route = {
  method: 'GET',
  path: '/api/2.0/backup/getbackuphistory',
  access: 'administrator',
  dump: 'refused',
  answer: ({ call, world, dump }) => {
    const desk = dump === true ? world.dumps : world.backups;
    return succeed(call, world.details.archivesAreGone ? [] : desk.archives().map(showArchive));
  },
};

function showArchive({ id, fileName, storage, createdAt, expiresAt }: Archive): object {
  return {
    id,
    fileName,
    storageType: storageTypes[storage],
    createdOn: dateWithoutZone(createdAt),
    expiresOn: expiresAt === undefined ? never : dateWithoutZone(expiresAt),
  };
}
