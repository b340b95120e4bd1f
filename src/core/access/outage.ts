import type { Failure } from '../net/failure.ts';
import type { Diagnosis } from './diagnosis.ts';
import { type LastingProblem, type PassingProblem, proxyCauses } from '../net/proxy.ts';

/** What is no word about the key, a right or a certificate: the portal does not answer, or not as a portal. */
export type Outage = Exclude<
  Failure,
  { kind: 'keyRefused' | 'forbidden' | 'unpaid' | 'certificate' } | { kind: 'proxy'; problem: LastingProblem }
>;

/** The ways of that: each has its own words and its own next step. */
export type OutageCause =
  | Exclude<Outage['kind'], 'proxy'>
  | (typeof proxyCauses)[PassingProblem]
  | 'portalDown';

export function isOutage(failure: Failure): failure is Outage {
  switch (failure.kind) {
    case 'keyRefused':
    case 'forbidden':
    case 'unpaid':
    case 'certificate':
      return false;
    case 'proxy':
      return failure.problem === 'unreached' || failure.problem === 'refused';
    default:
      return true;
  }
}

/** Which of them it is; `cause`: what was found out behind a gateway that answers in the portal's place. */
export function outageCause(failure: Outage, cause: Diagnosis | null): OutageCause {
  if (failure.kind === 'proxy') return proxyCauses[failure.problem];
  const { kind } = failure;
  return kind === 'serviceDown' && cause !== 'serviceDown' ? 'portalDown' : kind;
}

/** The host that the portal sends Keepwatch on to. */
export function redirectHost(failure: Outage, origin: string): string | null {
  if (failure.kind !== 'redirected' || !URL.canParse(failure.location, origin)) return null;
  return new URL(failure.location, origin).host;
}
