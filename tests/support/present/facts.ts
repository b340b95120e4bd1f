import type { PortalFacts, WatchFacts } from '../../../src/contract/facts.ts';

/** A portal of which nothing is known but that no backup runs. */
export function portalFacts(parts: Partial<PortalFacts> = {}): PortalFacts {
  return {
    id: 'acme',
    name: 'Acme',
    origin: 'https://acme.onlyoffice.com',
    state: 'idle',
    scope: 'portal',
    attention: false,
    since: null,
    percent: null,
    secondsLeft: null,
    cause: null,
    dueAt: null,
    nextBackupAt: null,
    checkedAt: null,
    lastFinishedAt: null,
    runs: [],
    endings: [],
    archives: [],
    ...parts,
  };
}

export function factsWith(portals: PortalFacts[], parts: Partial<WatchFacts> = {}): WatchFacts {
  return {
    version: 1,
    at: '2026-11-20T03:04:11Z',
    application: '0.1.0',
    watching: 'on',
    pausedUntil: null,
    portals,
    ...parts,
  };
}

export const running: Partial<PortalFacts> = {
  state: 'running',
  percent: 42,
  runs: [{ scope: 'portal', backup: 'task-a', percent: 42 }],
};

/** An ending of a backup. */
export function ended(
  outcome: PortalFacts['endings'][number]['outcome'],
  backup = 'task-a',
): Partial<PortalFacts> {
  return { state: outcome, endings: [{ scope: 'portal', backup, outcome, endedAt: '2026-11-20T03:04:11Z' }] };
}
