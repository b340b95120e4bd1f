import type { KeyFacts } from './docspace/key.ts';
import type { Self } from './docspace/self.ts';
import type { PortalSettings } from './docspace/settings.ts';
import type { Failure } from './failure.ts';
import type { Result } from './result.ts';
import type { Scope } from './scope.ts';

/**
 * Why a portal answers 403 (or, suspended, 404). DocSpace says so in no dependable words, so the portal's settings,
 * the key and its owner are asked, and the first cause that they show counts.
 */
export type ForbiddenCause =
  | 'restoring'
  /** Being moved or encrypted. */
  | 'busy'
  | 'suspended'
  /** The key is limited to other things: backups need a key for everything. */
  | 'keyLimited'
  | 'notAdministrator'
  /** The whole server's backup, on a portal that may not see it. */
  | 'wholeServer'
  /** The portal takes no calls from this network address. */
  | 'addressBlocked'
  | 'unknown';

/** What was found out; null while not asked. */
export type Findings = {
  settings: Result<PortalSettings, Failure> | null;
  key: Result<KeyFacts, Failure> | null;
  self: Result<Self, Failure> | null;
};

export const noFindings: Findings = { settings: null, key: null, self: null };

/**
 * The question that still has to be asked, or null when the cause can be told. The whole server's backup is asked for
 * only after the portal's own was readable with the same key: nothing else can be the cause then.
 */
export function missingFinding(findings: Findings, scope: Scope): 'settings' | 'key' | 'self' | null {
  if (scope === 'server') return null;
  if (findings.settings === null) return 'settings';
  if (!findings.settings.ok || findings.settings.value.tenant !== 'active') return null;
  if (findings.key === null) return 'key';
  if (findings.key.ok && !findings.key.value.readsBackups) return null;
  return findings.self === null ? 'self' : null;
}

/** Why it was forbidden, as far as the findings show it. */
export function whyForbidden({ settings, key, self }: Findings, scope: Scope): ForbiddenCause {
  if (scope === 'server') return 'wholeServer';
  if (settings?.ok && settings.value.tenant !== 'active') return settings.value.tenant;
  // A suspended portal answers 404 to everything, its settings included (DocSpace server 3.7.2).
  if (settings?.ok === false && settings.reason.kind === 'notThere') return 'suspended';
  if (key?.ok && !key.value.readsBackups) return 'keyLimited';
  if (self?.ok && !self.value.administrator) return 'notAdministrator';
  return isForbidden(key) && isForbidden(self) ? 'addressBlocked' : 'unknown';
}

function isForbidden(finding: Result<unknown, Failure> | null): boolean {
  return finding !== null && !finding.ok && finding.reason.kind === 'forbidden';
}
