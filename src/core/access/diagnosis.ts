import type { Failure } from '../net/failure.ts';
import type { Cause } from './cause.ts';
import { causeOf } from './causeOf.ts';
import { type Findings, missingFinding, whyForbidden } from './forbidden.ts';
import type { Reply } from '../docspace/question.ts';
import { assertNever } from '../base/result.ts';

/** Whether it takes more questions to know what this failure means. */
export function raisesQuestions(failure: Failure): boolean {
  switch (failure.kind) {
    case 'keyRefused':
    case 'forbidden':
    case 'notThere':
    case 'serviceDown':
      return true;
    default:
      return false;
  }
}

/** The next thing to find out, or null. */
export function nextFinding(failure: Failure, findings: Findings): 'settings' | 'key' | 'self' | null {
  if (failure.kind === 'keyRefused') return findings.key === null ? 'key' : null;
  if (failure.kind !== 'serviceDown') return missingFinding(findings);
  return findings.settings === null ? 'settings' : null;
}

/** What lies behind a failure, once nothing is left to find out. */
export function diagnose(failure: Failure, findings: Findings): Cause {
  const { settings, key } = findings;
  if (failure.kind === 'keyRefused') return key?.ok ? 'keyAccepted' : 'keyRefused';
  if (failure.kind === 'serviceDown') {
    if (!settings?.ok) return causeOf(failure);
    if (!settings.value.docSpace) return 'workspace';
    // A restore restarts services as it goes.
    return settings.value.tenant === 'active' ? 'serviceDown' : settings.value.tenant;
  }
  const cause = whyForbidden(findings);
  const concluded = settings?.ok !== true;
  // A portal that lets nobody in from an address forbids everything, and a suspended one knows nothing any more: where
  // backups and settings differ in that, a gateway has answered for one of them.
  const mixed =
    (cause === 'addressBlocked' && failure.kind !== 'forbidden') ||
    (cause === 'suspended' && concluded && failure.kind !== 'notThere');
  return mixed || cause === 'noRight' ? causeOf(failure) : cause;
}

/** An answer to one of the questions of a diagnosis. */
export type Finding = Extract<Reply, { ask: 'settings' | 'key' | 'self' }>;

/** The findings with one more. */
export function findingsWith(findings: Findings, reply: Finding): Findings {
  switch (reply.ask) {
    case 'settings':
      return { ...findings, settings: reply.got };
    case 'key':
      return { ...findings, key: reply.got };
    case 'self':
      return { ...findings, self: reply.got };
    default:
      return assertNever(reply);
  }
}
