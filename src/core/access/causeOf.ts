import type { Failure } from '../net/failure.ts';
import type { ProxyProblem } from '../net/proxy.ts';
import type { Redirect } from '../net/redirect.ts';
import type { OwnCause } from './cause.ts';

/** Why a proxy lets nothing through, as causes of lost access. */
export const proxyCauses = {
  signIn: 'proxySignIn',
  signInRefused: 'proxySignInRefused',
  method: 'proxyMethod',
  kind: 'proxyKind',
  unreached: 'proxyUnreached',
  untrusted: 'proxyUntrusted',
  unresolved: 'proxyUnresolved',
  refused: 'proxyRefused',
} as const satisfies Record<ProxyProblem, OwnCause>;

/** Why a server that sends elsewhere is none to watch. */
const redirectCauses = {
  upgrade: 'redirected',
  ownPage: 'ownPage',
  elsewhere: 'redirected',
  downgrade: 'downgrade',
  nowhere: 'redirected',
} as const satisfies Record<Redirect['leads'], OwnCause>;

/** What a failure means by itself. */
export function causeOf(failure: Failure): OwnCause {
  switch (failure.kind) {
    case 'certificate':
      return failure.problem;
    case 'proxy':
      return proxyCauses[failure.problem];
    case 'forbidden':
      return 'noRight';
    case 'redirected':
      return redirectCauses[failure.to.leads];
    case 'serviceDown':
      // Until it is known better: `serviceDown` says that the rest of the portal answers.
      return 'portalDown';
    default:
      return failure.kind;
  }
}
