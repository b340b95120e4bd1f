import { type Certificate, whyUntrustable } from '../net/certificate.ts';
import { type ConnectAttempt, ask, refuse } from './attempt.ts';
import type { Failure } from '../net/failure.ts';
import type { Result } from '../base/result.ts';

/** Nothing is wrong with the certificate but who signed it: somebody can look at it and trust it. */
export function mayBeTrusted(failure: Failure): boolean {
  if (failure.kind !== 'certificate') return false;
  return failure.problem === 'selfSigned' || failure.problem === 'untrusted' || failure.problem === 'changed';
}

/** Takes in the certificate that was read: it is shown and asked about, unless nobody could trust it. */
export function takeShown(
  connect: ConnectAttempt,
  shown: Result<Certificate, Failure>,
  now: number,
): ConnectAttempt {
  const { stage } = connect;
  if (stage.is !== 'reading') return connect;
  if (!shown.ok) {
    const failure = shown.reason;
    const proxy = failure.kind === 'proxy' ? failure : connect.proxy;
    return refuse({ ...connect, proxy }, { at: 'address', why: 'failure', failure });
  }
  const problem = whyUntrustable(shown.value, now);
  if (problem !== null) return refuse(connect, { at: 'address', why: 'untrustable', problem });
  if (shown.value.pem !== connect.certificate) {
    return { ...connect, stage: { is: 'consent', to: 'certificate', shown: shown.value } };
  }
  // It is trusted already: another one was shown for a while, or this system cannot verify a certificate by itself.
  return stage.inVain
    ? refuse(connect, { at: 'address', why: 'untrustable', problem: 'unverifiable' })
    : ask(connect, { ask: 'settings' });
}

/** From now on this certificate counts at this address; one that the system trusts needs nobody else's trust. */
export function trust(connect: ConnectAttempt, { pem, trustedBySystem }: Certificate): ConnectAttempt {
  return { ...connect, certificate: trustedBySystem ? null : pem };
}
