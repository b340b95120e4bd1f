import { succeed } from '../envelope.ts';
import type { Route } from '../route.ts';
import { periods, type Schedule } from '../schedule.ts';
import { storageTypes } from '../storageType.ts';
import { dateWithoutZone, never } from '../time.ts';

/** `getbackupschedule`: an envelope without `response` where there is none. */
export const scheduleRoute: Route = {
  method: 'GET',
  path: '/api/2.0/backup/getbackupschedule',
  access: 'administrator',
  dump: 'refused',
  answer: ({ call, world, dump }) => {
    const schedule = dump === true ? undefined : world.details.schedule(world.clock.now());
    return succeed(call, schedule && showSchedule(schedule));
  },
};

// `storageParams` is an object here, though requests carry a list of pairs (DocSpace server 3.7.2).
function showSchedule({ storage, period, hour, day, copiesKept, firedAt }: Schedule): object {
  return {
    storageType: storageTypes[storage],
    storageParams: storage === 'Documents' ? { folderId: '42' } : {},
    cronParams: { period: periods[period], hour, day },
    backupsStored: copiesKept,
    lastBackupTime: firedAt === undefined ? never : dateWithoutZone(firedAt),
    dump: false,
  };
}
