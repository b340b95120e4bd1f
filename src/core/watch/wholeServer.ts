import { serverPrefix } from '../news/announcement.ts';
import { newJob } from '../backup/job.ts';
import { forget } from '../news/ledger.ts';
import { newSchedule } from '../schedule/schedule.ts';
import type { Watch } from './watch.ts';
import { dropScope } from '../saving/saving.ts';
import { pollNow } from './poll.ts';
import { noServerTrouble } from './serverTrouble.ts';

/**
 * Begins to watch the backups of the whole server beside the portal's own, or ends that; only where the portal is
 * known to be standalone. Nothing of an earlier time counts: as with a new portal, what is first read is not news.
 */
export function watchServer(watch: Watch, on: boolean, now: number): Watch {
  const { portal, jobs, ledger, poll, schedules, saving } = watch;
  if (portal.scopes.includes('server') === on || (on && portal.standalone !== true)) return watch;
  return {
    ...watch,
    portal: { ...portal, scopes: on ? ['portal', 'server'] : ['portal'] },
    jobs: { ...jobs, server: newJob },
    schedules: { ...schedules, server: newSchedule('server') },
    ledger: forget(ledger, serverPrefix),
    poll: pollNow(poll, now),
    serverTrouble: noServerTrouble,
    saving: on ? saving : dropScope(saving, 'server'),
  };
}
