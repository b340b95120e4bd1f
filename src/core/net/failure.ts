import type { LastingProblem, PassingProblem } from './proxy.ts';
import type { Redirect } from './redirect.ts';

/**
 * Why a question to a portal got no usable answer: the closed set that everything else decides by.
 * `detail` is a code for the log and the diagnostics, never a sentence of the server's.
 */
export type Failure =
  | OfEach<NetworkFailure, { detail: string }>
  | { kind: 'certificate'; problem: CertificateProblem; detail: string }
  /** It did not get past the proxy: `proxy`: its origin, or what the system calls it. */
  | ProxyFailure
  | { kind: 'redirected'; to: Redirect }
  | { kind: 'rateLimited'; retryAt: number | null }
  | OfEach<AnswerFailure, { detail: string; retryAt: number | null }>;

type OfEach<Kinds extends string, More> = { [Kind in Kinds]: { kind: Kind } & More }[Kinds];

export type ProxyFailure =
  | { kind: 'proxy'; problem: LastingProblem; proxy: string; detail: string }
  | { kind: 'proxy'; problem: PassingProblem; proxy: string; detail: string };

/** The question or the answer did not travel. */
export type NetworkFailure =
  | 'noSuchHost'
  | 'lookupFailed'
  | 'refused'
  | 'unreachable'
  /** No connection in time. */
  | 'noConnection'
  /** A connection, and no answer in time. */
  | 'timeout'
  /** The beginning of an answer, and no end of it in time. */
  | 'stalled'
  | 'cut'
  /** The beginning of an answer, and then no connection any more. */
  | 'truncated'
  | 'encryption'
  /** Only TLS 1.0 or 1.1, which is not safe any more. */
  | 'oldEncryption';

export type CertificateProblem =
  | 'untrusted'
  | 'selfSigned'
  | 'expired'
  | 'notYetValid'
  | 'wrongHost'
  | 'revoked'
  /** Another one than the one that was trusted for this portal. */
  | 'changed';

/** An answer came, and it was not what was asked for. */
export type AnswerFailure =
  | 'keyRefused'
  | 'unpaid'
  | 'forbidden'
  | 'notThere'
  | 'serverError'
  | 'serviceDown'
  | 'notDocSpace'
  | 'unreadable'
  | 'tooLarge'
  | 'unexpected';

export type FailureKind = Failure['kind'];

/** The failure of a question that threw an exception: without any reply its portal would never be asked again. */
export const bug: Failure = { kind: 'unexpected', detail: 'exception', retryAt: null };

/** A failure of a portal for which one certificate is trusted: one that is not trusted is a changed one. */
export function failureOfTrusted(failure: Failure): Failure {
  if (failure.kind !== 'certificate') return failure;
  const unknown = failure.problem === 'untrusted' || failure.problem === 'selfSigned';
  return unknown ? { ...failure, problem: 'changed' } : failure;
}

/** When the server wants to be asked again, if it said so. */
export function retryOf(failure: Failure): number | null {
  return 'retryAt' in failure ? failure.retryAt : null;
}
