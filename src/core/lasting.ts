import type { AccessTrouble } from './announcement.ts';
import type { ForbiddenCause } from './forbidden.ts';
import { isLongSilence, isSilence, type Reach, refusalCause, type Trouble } from './reach.ts';
import { never } from './result.ts';

/**
 * What only seems to be so (an intercepted connection has a wrong certificate, a restarted gateway knows no portal, a
 * firewall forbids) has to last for this long.
 */
const longestSemblance = 10 * 60_000;

/** What of the trouble is worth telling: only what lasts until somebody does something. */
export function accessTrouble(reach: Reach): AccessTrouble | null {
  const { trouble } = reach;
  if (trouble === null) return null;
  const { failure } = trouble;
  const lasted = trouble.failedAt - trouble.countedFrom;
  if (failure.kind === 'keyRefused') return 'keyRefused';
  if (failure.kind === 'certificate') return lasted >= longestSemblance ? 'certificate' : null;
  const refusal = refusalTrouble(trouble, refusalCause(reach), lasted >= longestSemblance);
  if (refusal !== null) return refusal;
  return isSilence(failure) && isLongSilence(trouble) ? 'silent' : null;
}

function refusalTrouble(
  { failure, inquiry }: Trouble,
  cause: ForbiddenCause | null,
  lasting: boolean,
): AccessTrouble | null {
  const answers = inquiry?.settings?.ok === true;
  switch (cause) {
    case 'suspended':
      // Said by the portal itself, or concluded from its answering nothing.
      return answers || lasting ? 'suspended' : null;
    case 'keyLimited':
    case 'notAdministrator':
      return 'noRight';
    case 'addressBlocked':
    case 'unknown':
      // Only a DocSpace that answers for itself can have meant it; a gateway's 403 says nothing about rights.
      return failure.kind === 'forbidden' && answers && lasting ? 'noRight' : null;
    case 'restoring':
    case 'busy':
    case 'wholeServer':
    case null:
      return null;
    default:
      return never(cause);
  }
}
