import type { SaveTo } from '../../../src/core/portal.ts';
import type { Scope } from '../../../src/core/docspace/request.ts';
import { defaultDetails, type Details } from '../../support/docspace/portal/details.ts';
import type { Job } from '../../support/docspace/portal/job/timeline.ts';
import { isAtLeast } from '../../support/docspace/portal/version.ts';
import { World } from '../../support/docspace/portal/world.ts';
import type { Luck } from '../luck.ts';
import { planJobs } from './jobs.ts';
import { planSaveRules } from './saveRules.ts';
import type { StorageType } from '../../support/docspace/portal/storageType.ts';
import { planTimetable, type Timetable } from './timetable.ts';
import type { SimulatedClock } from '../../support/time/simulatedClock.ts';

/** Where jobs happen: one scope of one portal. */
export type Place = {
  portal: string;
  scope: Scope;
  version: string;
  /** All that ever run there, in the order of their starts; decided before the story begins. */
  jobs: Job[];
};

/** A portal of the fleet: the fake portal's inside, without a network around it. */
export type FleetPortal = {
  id: string;
  origin: string;
  /** From when on its server sends whoever comes without encryption to https of the same host; Infinity: never. */
  encryptedFrom: number;
  world: World;
  /** What it is asked with: before 3.1 there are only sessions. */
  credential: 'apiKey' | 'sessionToken';
  places: Place[];
  /** Of the portal's own backups; the whole server has no schedule. */
  timetable: Timetable;
  /** Its user wants to know when its last finished backup is older than so many days. */
  warnAfter: 1 | undefined;
  /** Its user has every finished backup saved. */
  saveTo: SaveTo | undefined;
};

type Kind = Pick<Details, 'version' | 'standalone'> & { origin?: string };

// Each seed has the same fleet; what happens to it differs. "9.0.0" is a server of the future.
const kinds: Kind[] = [
  { version: '3.7.2', standalone: false },
  { version: '3.7.2', standalone: true },
  { version: '3.6.1', standalone: false },
  { version: '2.4.0', standalone: false },
  { version: '3.7.1', standalone: false, origin: 'http://portal5.lan' },
  { version: '3.5.0', standalone: true },
  { version: '9.0.0', standalone: false },
  { version: '3.1.1', standalone: false },
  { version: '3.7.0', standalone: false, origin: 'http://127.0.0.1:8092' },
  { version: '2.5.1', standalone: false },
];

/** Sets up the portals, and all the backups that they will make in this span of time. */
export function foundFleet(
  size: number,
  time: SimulatedClock,
  span: { from: number; to: number },
  luck: Luck,
): FleetPortal[] {
  const portals = Array.from({ length: size }, (_, index) => {
    const kind = kinds[index % kinds.length] ?? { version: '3.7.2', standalone: false };
    return foundPortal(
      index + 1,
      index < kinds.length ? kind : { ...kind, origin: undefined },
      time,
      span,
      luck,
    );
  });
  const rules = planSaveRules(portals, luck.fork('saving'));
  return portals.map((portal) => ({ ...portal, saveTo: rules.get(portal.id) }));
}

function foundPortal(
  number: number,
  {
    version,
    standalone,
    origin = `https://portal${number}.example`,
  }: { version: string; standalone: boolean; origin?: string | undefined },
  time: SimulatedClock,
  span: { from: number; to: number },
  luck: Luck,
): Omit<FleetPortal, 'saveTo'> {
  const id = `p${number}`;
  const timetable = planTimetable(span, luck.fork(`${id} timetable`));
  const scheduleAt = (now: number) =>
    timetable.says.findLast(({ from }) => from <= now)?.schedule ?? undefined;
  const details = {
    ...defaultDetails,
    name: `Portal ${number}`,
    alias: id,
    version,
    standalone,
    timeZone: timetable.zone,
    schedule: scheduleAt,
  };
  const clock = { now: () => Math.floor(time.now()) };
  const world = new World({ origin, cloudOrigin: 'https://cloud.example', clock, details });
  const both = standalone && isAtLeast(version, '3.1');
  const scopes: Scope[] = both ? ['portal', 'server'] : ['portal'];
  // On some servers one schedule starts both backups at the same moment, and they end at the same one.
  const together = luck.fork(`${id} together`).happens(0.5);
  const places = scopes.map((scope) => {
    const desk = scope === 'portal' ? world.backups : world.dumps;
    const plans = planJobs(
      `${id}-${scope}`,
      { version, standalone, span, scheduled: { starts: timetable.starts, storage: storageAt(timetable) } },
      luck.fork(`${id} ${together ? 'both' : scope}`),
    );
    return {
      portal: id,
      scope,
      version,
      jobs: plans.map(({ plan, startedAt }) => desk.start(plan, startedAt)),
    };
  });
  const credential = isAtLeast(version, '3.1') ? 'apiKey' : 'sessionToken';
  const moves = origin.endsWith('.lan') ? luck.fork(`${id} moves`).between(span.from, span.to) : Infinity;
  const warnAfter = timetable.says.every(({ schedule }) => schedule === null) ? 1 : undefined;
  return { id, origin, encryptedFrom: moves, world, credential, places, timetable, warnAfter };
}

/** Where the archives of its schedule go; null without one. */
function storageAt({ says }: Timetable): StorageType | null {
  return says.find(({ schedule }) => schedule !== null)?.schedule?.storage ?? null;
}

/** The key that it is asked with. */
export function keyOf({ world, credential }: FleetPortal): string {
  return credential === 'apiKey' ? world.keys.readOnly.token : world.sessionToken;
}
