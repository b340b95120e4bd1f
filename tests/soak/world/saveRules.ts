import type { SaveTo } from '../../../src/core/portal.ts';
import type { Luck } from '../luck.ts';
import type { FleetPortal } from './fleet.ts';

const share = 1 / 3;

/** The folders that somebody chooses from: many portals' archives lie in each. */
export const folders = ['/archives', '/media/disk', '/mnt/share'] as const;

type Planned = Pick<FleetPortal, 'id' | 'places'>;

/**
 * Which portals have every finished backup saved, where, and how many are kept. The one with the most links has: thus the
 * smallest fleet, too, has something to save.
 */
export function planSaveRules(portals: readonly Planned[], luck: Luck): Map<string, SaveTo> {
  const [surely] = portals.toSorted((one, other) => linksOf(other) - linksOf(one));
  const rules = new Map<string, SaveTo>();
  for (const portal of portals) {
    const isChosen = luck.happens(share);
    const rule = { folder: luck.pick(folders), keep: luck.pick([1, 2, 3, null] as const) };
    if (isChosen || portal === surely) rules.set(portal.id, rule);
  }
  return rules;
}

function linksOf({ places }: Planned): number {
  return places
    .flatMap(({ jobs }) => jobs)
    .filter(({ plan }) => {
      const isLinked = plan.storage === 'DataStore' || plan.storage === 'ThirdPartyConsumer';
      return isLinked && plan.ending.how === 'succeeds';
    }).length;
}
