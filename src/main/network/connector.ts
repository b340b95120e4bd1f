import buildConnector from 'undici/lib/core/connect.js';
import type { buildConnector as Build } from 'undici';
import { lookupWithin } from './dnsLookup.ts';
import type { Security } from './tls.ts';
import { openTunnel, type Passage } from './proxyTunnel.ts';

/** How undici gets a connection: straight to the server, or through a proxy, and verified either way. */
export function connectorFor(
  security: Security,
  passage: Passage | null,
  proxySecurity: Security,
  patience: number,
): Build.connector {
  // A session that is taken up again shows no certificate.
  const connect = buildConnector({
    ...security,
    lookup: lookupWithin(),
    timeout: patience,
    maxCachedSessions: 0,
  });
  if (passage === null) return connect;
  const connectThrough = async (
    options: Build.Options,
    callback: Build.Callback,
    to: Passage,
  ): Promise<void> => {
    try {
      const target = { host: options.hostname, port: Number(options.port || 443) };
      const httpSocket = await openTunnel(to, target, proxySecurity, patience);
      connect({ ...options, httpSocket }, callback);
    } catch (error) {
      callback(error instanceof Error ? error : new Error('no tunnel'), null);
    }
  };
  return (options, callback) => void connectThrough(options, callback, passage);
}
