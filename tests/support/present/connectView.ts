import type { ConnectView } from '../../../src/contract/connectView.ts';
import type { ConnectAttempt } from '../../../src/core/connect/attempt.ts';
import { fail } from '../../../src/core/base/result.ts';
import type { State } from '../../../src/core/state.ts';
import { connectView } from '../../../src/present/connect/connectView.ts';
import { Connecting, type Servers } from '../core/connecting.ts';
import { failures, stateOf } from '../given.ts';
import { now, words } from './presented.ts';

// Somebody adds a portal; this is what the window shows of it.

export const good = 'https://acme.example';
export const forbidden = fail(failures.forbidden);

export function viewOf(connect: ConnectAttempt, state: State = stateOf()): ConnectView {
  return connectView({ ...state, connect }, words, now);
}

/** What is shown when all is asked that can be. */
export function added(server: Servers[string], address = good): ConnectView {
  return viewOf(new Connecting({ [good]: server, 'http://portal.lan': server }).submits(address).connect);
}

/** The checks as a list: "Done: Acme (DocSpace 3.7.2)". */
export function linesOf({ checks }: ConnectView): string[] {
  return checks.map(
    ({ prefix, fact, detail }) => prefix + fact + (detail === null ? '' : ` (${detail.replace(/^, /, '')})`),
  );
}
