import type { ProxySetting } from '../contract/snapshot.ts';
import type { Failure } from '../core/net/failure.ts';
import { proxyName } from '../core/net/proxy.ts';
import type { State } from '../core/state.ts';
import type { Words } from './i18n/i18n.ts';

/** The proxies that ask for a user name and a password now, and those for which they are kept. */
export function proxySettings(state: State, { say }: Words): ProxySetting[] {
  const { signedInTo: kept = [], signInNotKept = null } = state.application;
  const notes = new Map<string, string | null>(kept.map((proxy) => [proxy, null]));
  for (const failure of failuresIn(state)) {
    if (failure.kind !== 'proxy') continue;
    // What was entered since then it has not seen yet.
    if (failure.problem === 'signIn' && !kept.includes(failure.proxy))
      notes.set(failure.proxy, say('label.proxyAsks'));
    if (failure.problem === 'signInRefused') notes.set(failure.proxy, say('label.proxyRefuses'));
  }
  if (signInNotKept !== null) notes.set(signInNotKept.proxy, say(`label.proxySignIn.${signInNotKept.why}`));
  return [...notes].map(([proxy, note]) => ({
    proxy,
    name: proxyName(proxy),
    kept: kept.includes(proxy),
    note,
  }));
}

function failuresIn({ watches, connect: { proxy } }: State): Failure[] {
  const watched = watches.flatMap(({ access }) => (access.trouble === null ? [] : [access.trouble.failure]));
  return proxy === null ? watched : [...watched, proxy];
}
