import type { AccessCause } from '../news/announcement.ts';
import type { Failure } from '../net/failure.ts';
import { type Diagnosis, nextFinding } from './diagnosis.ts';
import { type KeyLife, keyTrouble } from './keyLife.ts';
import { proxyCauses } from '../net/proxy.ts';
import { diagnosedCause, isLongOutage, type Access, type Trouble } from './access.ts';
import { assertNever } from '../base/result.ts';
import { isOutage, type Outage, outageCause } from './outage.ts';
import { minute } from '../base/time.ts';

/**
 * What only seems to be so (an intercepted connection has a wrong certificate, a firewall forbids) has to last for
 * this long.
 */
const longestSemblance = 10 * minute;
/** A gateway that was restarted knows no portal for a moment. */
const longestRestart = 2 * minute;

/** What of the trouble is worth telling: only what lasts until somebody does something. */
export function persistentCause(access: Access, key: KeyLife): AccessCause | null {
  const { trouble } = access;
  if (trouble === null) return null;
  const { failure } = trouble;
  const cause = diagnosedCause(access);
  switch (failure.kind) {
    case 'keyRefused':
      return keyTrouble(key, trouble);
    case 'certificate':
      // Somebody vouched for the other one by hand: that it changed is theirs to know at once, whatever the reason.
      if (failure.problem === 'changed') return 'changed';
      return hasLasted(trouble, longestSemblance) ? failure.problem : null;
    case 'unpaid':
      return hasLasted(trouble, longestSemblance) ? 'unpaid' : null;
    case 'proxy':
      if (isOutage(failure)) return silenceOf(trouble, failure, cause);
      return hasLasted(trouble, longestSemblance) ? proxyCauses[failure.problem] : null;
    default:
      if (!isFound(trouble) || isUnderWay(trouble, cause)) return null;
      return refusalOf(trouble, failure, cause) ?? silenceOf(trouble, failure, cause);
  }
}

/** What the inquiry before this one found is shown meanwhile; what is told has to be found now. */
function isFound({ failure, findings }: Trouble): boolean {
  return findings === null || nextFinding(failure, findings) === null;
}

/** The portal says that it comes out of this by itself, however long it takes, and whatever answers for it meanwhile. */
function isUnderWay({ findings }: Trouble, cause: Diagnosis | null): boolean {
  return findings !== null && (cause === 'restoring' || cause === 'busy');
}

/** One inquiry may have met a gateway: what is only concluded has to be found by two in a row. */
function isFoundAgain({ cause: before }: Trouble, cause: Diagnosis): boolean {
  return before === cause;
}

function hasLasted({ failedAt, alikeFrom }: Trouble, length: number): boolean {
  return failedAt - alikeFrom >= length;
}

function refusalOf(trouble: Trouble, failure: Failure, cause: Diagnosis | null): AccessCause | null {
  const answers = trouble.findings?.settings?.ok === true;
  switch (cause) {
    case 'suspended':
      // Said by the portal itself, or concluded from its answering nothing at all.
      if (answers) return cause;
      if (failure.kind !== 'notThere' || !isFoundAgain(trouble, cause)) return null;
      return hasLasted(trouble, longestRestart) ? cause : null;
    case 'keyLimited':
    case 'notAdministrator':
      return cause;
    case 'workspace':
    case 'addressBlocked':
      return isFoundAgain(trouble, cause) && hasLasted(trouble, longestSemblance) ? cause : null;
    case 'unknown':
      // Only a DocSpace that answers for itself can have meant it; a gateway's 403 says nothing about rights.
      return failure.kind === 'forbidden' && answers && hasLasted(trouble, longestSemblance)
        ? 'noRight'
        : null;
    case 'restoring':
    case 'busy':
    case 'serviceDown':
    case 'portalDown':
    case null:
      return null;
    default:
      return assertNever(cause);
  }
}

function silenceOf(trouble: Trouble, failure: Failure, cause: Diagnosis | null): AccessCause | null {
  // A suspended portal, or what looks like one, is told of as that or not at all.
  if (cause === 'suspended' || trouble.cause === 'suspended') return null;
  const behind = silenceBehind(trouble);
  const silence = isOutage(failure) ? failure : behind;
  return silence !== null && isLongOutage(trouble) ? outageCause(silence, cause) : null;
}

/** A gateway refuses, and the portal behind it does not answer either: that is a silence, however it sounds. */
function silenceBehind({ findings }: Trouble): Outage | null {
  const settings = findings?.settings ?? null;
  return settings !== null && !settings.ok && isOutage(settings.reason) ? settings.reason : null;
}
