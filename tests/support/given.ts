import { day, hour, minute, second } from '../../src/core/base/time.ts';
import type { BackupId } from '../../src/core/backup/job.ts';
import type { JobReading, ProgressReading } from '../../src/core/docspace/progress.ts';
import type { HistoryRecord } from '../../src/core/docspace/history.ts';
import type { Failure } from '../../src/core/net/failure.ts';
import { judgeRedirect } from '../../src/core/net/redirect.ts';
import type { Portal } from '../../src/core/portal.ts';
import { defaultSettings } from '../../src/core/settings.ts';
import { type Application, initialState, type State } from '../../src/core/state.ts';
import { start } from './time/simulatedClock.ts';

// What most tests begin with. Every moment is counted from one start, so that dates can be written down.

export { day, hour, minute, second, start };

/** The middle of every jitter. */
export const half = (): number => 0.5;

/** A secret part of every link, to be looked for where it must not be. */
export const secret = 'S3CR3T-auth-of-a-link';
export const link = `/storage/backup/root/acme_2026-11-20_03-04-11.tar.gz?expire=1440&auth=${secret}`;

export const acme: Portal = {
  id: 'acme',
  name: 'Acme',
  origin: 'https://acme.onlyoffice.com',
  scopes: ['portal'],
};
export const globex: Portal = { ...acme, id: 'globex', name: 'Globex', origin: 'https://globex.example' };

/** The backup that `reads` and `readsFinished` speak of. */
export const taskA: BackupId = { scope: 'portal', job: 'task-a' };

export const application: Application = {
  version: '0.1.0',
  keptUntilQuit: false,
  unsaved: false,
  setAside: [],
  keyring: 'open',
  trayless: false,
  unsandboxed: false,
  startAtLogin: false,
  canStartAtLogin: true,
};

/** A run that has stood still since the start. */
export const standstill = { stage: 'running', percent: 37, since: start, before: 0 } as const;

/** A state that watches these portals, nothing read yet. */
export function stateOf(portals: Portal[] = [acme], now = start): State {
  return initialState({ ...defaultSettings, portals }, new Map(), application, now, half);
}

/** A job as the newest servers report it: running at 42 % unless said otherwise. */
export function jobOf(parts: Partial<JobReading> = {}): JobReading {
  return {
    task: 'task-a',
    percent: 42,
    completed: false,
    error: '',
    warning: '',
    link: '',
    status: 1,
    ...parts,
  };
}

export function reads(parts: Partial<JobReading> = {}): ProgressReading {
  return { job: jobOf(parts) };
}

export const nothing: ProgressReading = { job: null };

/** A job that has finished with a link. */
export function readsFinished(parts: Partial<JobReading> = {}): ProgressReading {
  return reads({ percent: 100, completed: true, link, ...parts });
}

export function recordOf(task = 'task-a', parts: Partial<HistoryRecord> = {}): HistoryRecord {
  return {
    task,
    archive: 'acme_2026-11-20_03-04-11.tar.gz',
    storage: 'temporary',
    createdAt: start,
    expiresAt: start + day,
    ...parts,
  };
}

/** A redirect to a `Location`, as it comes from Acme's address unless said otherwise. */
export function redirect(location: string, from = acme.origin): Failure {
  return { kind: 'redirected', to: judgeRedirect(from, location) };
}

export const failures = {
  timeout: { kind: 'timeout', detail: 'ETIMEDOUT' },
  unreachable: { kind: 'unreachable', detail: 'ENETUNREACH' },
  certificate: { kind: 'certificate', problem: 'untrusted', detail: 'CERT_UNTRUSTED' },
  changed: { kind: 'certificate', problem: 'changed', detail: 'CERT_UNTRUSTED' },
  expired: { kind: 'certificate', problem: 'expired', detail: 'CERT_HAS_EXPIRED' },
  keyRefused: { kind: 'keyRefused', detail: '401', retryAt: null },
  forbidden: { kind: 'forbidden', detail: '403', retryAt: null },
  unpaid: { kind: 'unpaid', detail: '402', retryAt: null },
  notThere: { kind: 'notThere', detail: '404', retryAt: null },
  serverError: { kind: 'serverError', detail: '500', retryAt: null },
  serviceDown: { kind: 'serviceDown', detail: '502', retryAt: null },
  notDocSpace: { kind: 'notDocSpace', detail: 'text/html', retryAt: null },
  limited: { kind: 'rateLimited', retryAt: null },
} satisfies Record<string, Failure>;
