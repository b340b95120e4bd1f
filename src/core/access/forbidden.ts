import type { KeyFacts } from '../docspace/key.ts';
import type { Self } from '../docspace/self.ts';
import type { PortalSettings } from '../docspace/settings.ts';
import type { Failure } from '../net/failure.ts';
import type { Cause } from './cause.ts';
import type { Result } from '../base/result.ts';

/**
 * Why a portal answers 403 (or, suspended, 404). DocSpace says so in no dependable words, so the portal's settings,
 * the key and its owner are asked, and the first cause that they show counts. One more cause needs no asking: of the
 * whole server's backup, whose portal's own one is readable with the same key, nothing else can be the cause.
 */
export type ForbiddenCause = Extract<
  Cause,
  | 'restoring'
  | 'busy'
  | 'suspended'
  | 'workspace'
  | 'keyLimited'
  | 'notAdministrator'
  | 'addressBlocked'
  /** Nothing explains it. */
  | 'noRight'
>;

/** What was found out; null while not asked. */
export type Findings = {
  settings: Result<PortalSettings, Failure> | null;
  key: Result<KeyFacts, Failure> | null;
  self: Result<Self, Failure> | null;
};

export const noFindings: Findings = { settings: null, key: null, self: null };

/** The question that still has to be asked, or null when the cause can be told. */
export function missingFinding({ settings, key, self }: Findings): 'settings' | 'key' | 'self' | null {
  if (settings === null) return 'settings';
  // Open to everybody: a portal that keeps its settings to itself has nothing to say about keys.
  if (!settings.ok || !settings.value.docSpace || settings.value.tenant !== 'active') return null;
  if (key === null) return 'key';
  if (key.ok && !key.value.readsBackups) return null;
  return self === null ? 'self' : null;
}

/** Why it was forbidden, as far as the findings show it. */
export function whyForbidden({ settings, key, self }: Findings): ForbiddenCause {
  if (settings?.ok === false) return whyClosed(settings.reason);
  if (settings?.ok && settings.value.tenant !== 'active') return settings.value.tenant;
  if (settings?.ok && !settings.value.docSpace) return 'workspace';
  if (key?.ok && !key.value.readsBackups) return 'keyLimited';
  if (self?.ok && !self.value.administrator) return 'notAdministrator';
  return isForbidden(key) && isForbidden(self) ? 'addressBlocked' : 'noRight';
}

/** Even the settings, which anybody may read, were not to be had. */
function whyClosed(failure: Failure): ForbiddenCause {
  // A suspended portal answers 404 to everything, its settings included (DocSpace server 3.7.2).
  if (failure.kind === 'notThere') return 'suspended';
  // Its list of allowed addresses is asked before anything else is.
  return failure.kind === 'forbidden' ? 'addressBlocked' : 'noRight';
}

function isForbidden(finding: Result<unknown, Failure> | null): boolean {
  return finding !== null && !finding.ok && finding.reason.kind === 'forbidden';
}
