import { onTestFinished } from 'vitest';
import type { Route } from '../../src/core/net/route.ts';
import type { ProxyResolver } from '../../src/main/network/proxyResolver.ts';
import { createTlsOptions } from '../../src/main/network/tls.ts';
import { createTransport } from '../../src/main/network/transport.ts';
import { quick } from '../main/network/transports.ts';
import { keyOf } from '../support/keyOf.ts';
import type { Proxy } from './proxy.ts';

export const key = keyOf('sk-canary-0123456789');
export const ada = { user: 'ada', password: 'pass:word' };

/** Ways that all lead through one proxy, and what was entered for it. */
export function through(proxy: Pick<Proxy, 'origin'>, entered: typeof ada | null = null): ProxyResolver {
  let refused = false;
  const token = entered && Buffer.from(`${entered.user}:${entered.password}`).toString('base64');
  return {
    to: () => Promise.resolve<Route[]>([{ via: 'proxy', proxy: proxy.origin }]),
    signIn: () => (token === null || refused ? null : { token }),
    wasRefused: () => refused,
    refused: () => {
      refused = true;
    },
    forgetRefusals: () => {
      refused = false;
    },
  };
}

export function openThrough(proxyResolver: ProxyResolver, tlsOptionsFor = createTlsOptions()) {
  const transport = createTransport('Keepwatch/test', quick, proxyResolver, tlsOptionsFor);
  onTestFinished(() => transport.drop());
  return transport;
}
