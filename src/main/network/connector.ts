import buildConnector from 'undici/lib/core/connect.js';
import type { buildConnector as Build } from 'undici';
import { lookupWithin } from './dnsLookup.ts';
import type { TlsOptions } from './tls.ts';
import { openTunnel, type ProxyHop } from './proxyTunnel.ts';

/** How undici gets a connection: straight to the server, or through a proxy, and verified either way. */
export function connectorFor(
  tlsOptions: TlsOptions,
  proxyHop: ProxyHop | null,
  proxySecurity: TlsOptions,
  patience: number,
): Build.connector {
  // A session that is taken up again shows no certificate.
  const connect = buildConnector({
    ...tlsOptions,
    lookup: lookupWithin(),
    timeout: patience,
    maxCachedSessions: 0,
  });
  if (proxyHop === null) return connect;
  const connectThrough = async (
    options: Build.Options,
    callback: Build.Callback,
    to: ProxyHop,
  ): Promise<void> => {
    try {
      const target = { host: options.hostname, port: Number(options.port || 443) };
      const httpSocket = await openTunnel(to, target, proxySecurity, patience);
      connect({ ...options, httpSocket }, callback);
    } catch (error) {
      callback(error instanceof Error ? error : new Error('no tunnel'), null);
    }
  };
  return (options, callback) => void connectThrough(options, callback, proxyHop);
}
