import { day } from '../../../src/core/base/time.ts';
import type { Archive } from '../../support/docspace/portal/job/archive.ts';
import type { FleetPortal } from './fleet.ts';
import type { Weather } from './weather.ts';

/** So long a link works, wherever its archive lies. */
const life = day;

/** The archive behind a link, and what comes of following that now. */
export type Followed = { task: string; gives: 'archive' | 'expired' | 'gone' };

/** What really lies behind a link that the portal has named. */
export function followLink(weather: Weather, link: string): Followed {
  const { world } = weather.portal;
  const archive = archiveBehind(weather.portal, link);
  if (archive === undefined) throw new Error(`nothing was ever behind ${link}`);
  const { id: task, createdAt, storage } = archive;
  if (world.clock.now() >= createdAt + life) return { task, gives: 'expired' };
  // A file of the portal itself is for those who are signed in, and may manage it.
  const refused = storage === 'DataStore' && weather.refusesKey;
  if (refused) return { task, gives: 'expired' };
  return { task, gives: world.details.archivesAreGone ? 'gone' : 'archive' };
}

function archiveBehind({ world }: FleetPortal, link: string): Archive | undefined {
  const path = new URL(link, world.origin).pathname;
  const archives = [...world.backups.everyArchive(), ...world.dumps.everyArchive()];
  return archives.findLast(({ fileName }) => path.endsWith(`/${fileName}`));
}
