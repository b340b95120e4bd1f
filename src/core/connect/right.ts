import { type ConnectAttempt, ask, refuse } from './attempt.ts';
import type { KeyFacts } from '../docspace/key.ts';
import type { Self } from '../docspace/self.ts';
import type { Failure } from '../net/failure.ts';
import { type Findings, whyForbidden } from '../access/forbidden.ts';
import type { Result } from '../base/result.ts';

/** Takes in something found out. */
export function withFindings(connect: ConnectAttempt, found: Partial<Findings>): ConnectAttempt {
  return { ...connect, findings: { ...connect.findings, ...found } };
}

/** Takes in what the key's own page says. */
export function takeKey(connect: ConnectAttempt, got: Result<KeyFacts, Failure>): ConnectAttempt {
  const known = withFindings(connect, { key: got });
  if (got.ok) return ask(known, { ask: 'self' });
  // Servers before DocSpace 3.2.1 have no such page; what the key may do shows when backups are asked for.
  if (isMissing(got.reason) || got.reason.kind === 'forbidden') return ask(known, { ask: 'self' });
  return refuse(connect, { at: 'right', why: 'failure', failure: got.reason });
}

/** Takes in whose key it is. */
export function takeSelf(connect: ConnectAttempt, got: Result<Self, Failure>): ConnectAttempt {
  return ask(withFindings(connect, { self: got }), { ask: 'progress', scope: 'portal' });
}

/** A web server in front of the portal may answer with a page of its own. */
function isMissing(failure: Failure): boolean {
  return failure.kind === 'notThere' || (failure.kind === 'serviceDown' && failure.detail === '404');
}

/** Why backups may not be seen, as far as it was found out. */
export function refuseRight(connect: ConnectAttempt, failure: Failure): ConnectAttempt {
  if (failure.kind !== 'forbidden') return refuse(connect, { at: 'right', why: 'failure', failure });
  return refuse(connect, { at: 'right', why: whyForbidden(connect.findings) });
}
