import type { WatchFacts, Happening, PortalFacts } from '../../contract/facts.ts';

type What = Pick<Happening, 'event' | 'portal' | 'scope' | 'backup' | 'outcome'>;

/** How each portal stands when somebody begins to follow them. */
export function beginningOf(facts: WatchFacts): Happening[] {
  return facts.portals.map((portal) => happening(facts, about('stands', portal)));
}

/** What has happened between two moments, as far as it can be seen in what was true then and is true now. */
export function happeningsBetween(before: WatchFacts, after: WatchFacts): Happening[] {
  const known = new Map(before.portals.map((portal) => [portal.id, portal]));
  const left = new Set(after.portals.map(({ id }) => id));
  return [
    ...before.portals.filter(({ id }) => !left.has(id)).map((portal) => about('removed', portal)),
    ...after.portals.flatMap((portal) => ofPortal(known.get(portal.id), portal)),
    ...(before.watching === after.watching ? [] : [everywhere]),
  ].map((what) => happening(after, what));
}

const everywhere: What = { event: 'watching', portal: null, scope: null, backup: null, outcome: null };

function happening({ version, at, watching }: WatchFacts, what: What): Happening {
  return { version, at, watching, ...what };
}

function about(event: Happening['event'], portal: PortalFacts): What {
  return { event, portal, scope: portal.scope, backup: null, outcome: null };
}

function ofPortal(before: PortalFacts | undefined, after: PortalFacts): What[] {
  if (before === undefined) return [about('added', after)];
  const ofBackups = [...endingsOf(before, after), ...runsOf(before, after), ...archivesOf(before, after)];
  const state = stateEvent(before, after);
  if (state === null || (state === 'changed' && ofBackups.length > 0)) return ofBackups;
  return [...ofBackups, about(state, after)];
}

function endingsOf(before: PortalFacts, portal: PortalFacts): What[] {
  return portal.endings
    .filter(({ scope, backup, outcome }) => {
      const old = before.endings.find((other) => other.scope === scope);
      return old?.backup !== backup || old.outcome !== outcome;
    })
    .map(({ scope, backup, outcome }) => ({ event: 'ended', portal, scope, backup, outcome }));
}

/** One that was deleted since makes the one before it no news. */
function archivesOf(before: PortalFacts, portal: PortalFacts): What[] {
  return portal.archives
    .filter(({ scope, savedAt }) => {
      const old = before.archives.find((other) => other.scope === scope);
      return old === undefined || old.savedAt < savedAt;
    })
    .map(({ scope, backup }) => ({ event: 'saved', portal, scope, backup, outcome: null }));
}

function runsOf(before: PortalFacts, portal: PortalFacts): What[] {
  return portal.runs.flatMap(({ scope, backup, percent }): What[] => {
    const old = before.runs.find((other) => other.scope === scope);
    const what = { portal, scope, backup, outcome: null };
    if (old?.backup !== backup) return [{ ...what, event: 'started' }];
    return old.percent === percent ? [] : [{ ...what, event: 'progress' }];
  });
}

/** What of a change of state has a name of its own; null where nothing has changed. */
function stateEvent(before: PortalFacts, after: PortalFacts): Happening['event'] | null {
  const { state } = after;
  const same = before.state === state && before.scope === after.scope && before.cause === after.cause;
  if (same) return null;
  if (isLost(after) !== isLost(before)) return isLost(after) ? 'accessLost' : 'accessRegained';
  return state === 'stuck' || state === 'overdue' || state === 'outdated' ? state : 'changed';
}

/** Its backups cannot be seen. */
function isLost({ state }: PortalFacts): boolean {
  return ['noAccess', 'restoring', 'keyringClosed', 'keyMissing'].includes(state);
}
