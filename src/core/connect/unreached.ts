import type { Address } from '../net/address.ts';
import type { Failure } from '../net/failure.ts';
import { assertNever } from '../base/result.ts';
import { type ConnectAttempt, ask, refuse } from './attempt.ts';
import { mayBeTrusted } from './certificate.ts';

const mostHops = 5;

/** The portal did not say what it is: it leads elsewhere, shows a certificate to be looked at, or cannot be added. */
export function takeUnreached(connect: ConnectAttempt, failure: Failure): ConnectAttempt {
  if (mayBeTrusted(failure)) return { ...connect, stage: { is: 'reading', inVain: true } };
  if (failure.kind === 'proxy') {
    return refuse({ ...connect, proxy: failure }, { at: 'address', why: 'failure', failure });
  }
  return failure.kind === 'redirected'
    ? takeRedirect(connect, failure)
    : refuse(connect, { at: 'address', why: 'failure', failure });
}

/** Only http to https of the same host goes unasked; any other address has to be shown and agreed to. */
function takeRedirect(
  connect: ConnectAttempt,
  failure: Extract<Failure, { kind: 'redirected' }>,
): ConnectAttempt {
  const { to } = failure;
  switch (to.leads) {
    case 'upgrade':
      return follow(connect, to.address, (moved) => ask(moved, { ask: 'settings' }));
    case 'elsewhere':
      // A portal that is watched stays where it is.
      return connect.portal === null
        ? follow(connect, to.address, (moved) => ({ ...moved, stage: { is: 'consent', to: 'otherHost' } }))
        : refuse(connect, { at: 'address', why: 'failure', failure });
    case 'downgrade':
      return refuse(connect, { at: 'address', why: 'downgrade' });
    case 'ownPage':
    case 'nowhere':
      return refuse(connect, { at: 'address', why: 'failure', failure });
    default:
      return assertNever(to);
  }
}

/** Another address is another server: what is trusted of the one says nothing of the other. */
function follow(
  connect: ConnectAttempt,
  address: Address,
  next: (moved: ConnectAttempt) => ConnectAttempt,
): ConnectAttempt {
  if (connect.hops >= mostHops) return refuse(connect, { at: 'address', why: 'tooManyRedirects' });
  return next({ ...connect, address, certificate: null, hops: connect.hops + 1 });
}
