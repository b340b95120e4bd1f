import type { Answer } from '../../contract/answer.ts';
import type { WatchFacts, Happening, PortalFacts } from '../../contract/facts.ts';
import type { Outcome } from '../../core/backup/outcome.ts';
import { parseUrl } from '../../core/base/url.ts';

/** How waiting for a backup ends: with the backup, or because there is nothing to wait for. */
export type WaitEnd = Outcome | 'noSuchPortal' | 'severalPortals' | 'removed';

/** Waits for the next backup of a portal to end: one that runs already, or one that begins later. */
type Wait = (answer: Answer) => WaitEnd | null;

/** `named`: the portal as its user names it; null: the only one that there is. */
export function waitFor(named: string | null): Wait {
  let portal: PortalFacts | null = null;
  return (answer) => {
    if (answer.is === 'status') {
      const [found, ...others] = portalsNamed(answer.facts, named);
      if (found === undefined) return 'noSuchPortal';
      portal = found;
      return others.length > 0 ? 'severalPortals' : null;
    }
    return portal === null ? null : endOf(portal, answer.facts);
  };
}

/** A backup that had ended before counts no more, also where it is judged anew. */
function endOf(
  { id, endings }: PortalFacts,
  { event, portal, scope, backup, outcome }: Happening,
): WaitEnd | null {
  if (portal?.id !== id) return null;
  if (event === 'removed') return 'removed';
  if (event !== 'ended') return null;
  return endings.some((old) => old.scope === scope && old.backup === backup) ? null : outcome;
}

/** By its name as it is shown, its address, its host or its id. Capitals do not matter. */
function portalsNamed({ portals }: WatchFacts, named: string | null): PortalFacts[] {
  if (named === null) return portals;
  const wanted = named.trim().toLowerCase();
  const address = parseUrl(wanted)?.origin;
  return portals.filter(({ id, name, origin }) => {
    const url = parseUrl(origin);
    const names = [id, name, origin, url?.host, url?.hostname].map((one) => one?.toLowerCase());
    return names.includes(wanted) || (address !== undefined && address === url?.origin);
  });
}
