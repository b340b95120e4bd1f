import { judgeRedirect } from '../net/address.ts';
import { type Connect, ask, refuse } from './attempt.ts';
import type { Failure } from '../net/failure.ts';
import { mayBeTrusted } from './certificate.ts';

const mostHops = 5;

/** The portal did not say what it is: it leads elsewhere, shows a certificate to be looked at, or cannot be added. */
export function takeUnreached(connect: Connect, failure: Failure): Connect {
  if (mayBeTrusted(failure)) return { ...connect, stage: { is: 'reading', inVain: true } };
  if (failure.kind === 'proxy') {
    return refuse({ ...connect, proxy: failure }, { at: 'address', why: 'failure', failure });
  }
  if (failure.kind !== 'redirected' || connect.portal !== null) {
    return refuse(connect, { at: 'address', why: 'failure', failure });
  }
  const verdict = judgeRedirect(connect.address, failure.location);
  if (verdict.may === 'refuse') return refuse(connect, { at: 'address', why: 'downgrade' });
  if (connect.hops >= mostHops) return refuse(connect, { at: 'address', why: 'tooManyRedirects' });
  const elsewhere = verdict.address.origin !== connect.address.origin;
  // Another address is another server: what is trusted of the one says nothing of the other.
  const certificate = elsewhere ? null : connect.certificate;
  const moved = { ...connect, address: verdict.address, certificate, hops: connect.hops + 1 };
  if (verdict.may === 'ask') return { ...moved, stage: { is: 'consent', to: 'otherHost' } };
  // The same page again would redirect for ever; only another origin is worth another question.
  return elsewhere
    ? ask(moved, { ask: 'settings' })
    : refuse(connect, { at: 'address', why: 'failure', failure });
}
