import { type IncomingHttpHeaders, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type Socket } from 'node:net';
import { failureOfCode } from '../../core/net/errorCodes.ts';
import { failureOfHop } from '../../core/net/routeFailure.ts';
import { lookupWithin } from './dnsLookup.ts';
import { codeOf } from './codeOfError.ts';
import { type ProxyHop, ProxyHopFailed, servernameOf, targetOf, type TunnelTarget } from './proxyHop.ts';
import { longestHeaders } from './timeouts.ts';
import type { TlsOptions } from './tls.ts';

/**
 * Asks a proxy for a connection to a server (HTTP's CONNECT), with the sign-in where the proxy asks for it. What goes
 * over the connection the proxy only passes on.
 */
export async function openTunnel(
  hop: ProxyHop,
  target: TunnelTarget,
  tlsOptions: TlsOptions,
  timeout: number,
): Promise<Socket> {
  const { status, headers, socket } = await connectThrough(hop, target, tlsOptions, timeout);
  if (isOpen(status)) return socket;
  if (status !== 407)
    throw new ProxyHopFailed({ kind: 'proxy', problem: 'refused', proxy: hop.proxy, detail: String(status) });
  const failure = hop.signIn.answer(headers);
  if (failure !== null) throw new ProxyHopFailed(failure);
  return openTunnel(hop, target, tlsOptions, timeout);
}

/** Any 2xx (RFC 9110, 9.3.6). */
function isOpen(status: number): boolean {
  return status >= 200 && status < 300;
}

/** One CONNECT, and the answer to it; its connection is closed where it leads nowhere. */
async function connectThrough(
  { proxy, signIn }: ProxyHop,
  target: TunnelTarget,
  tlsOptions: TlsOptions,
  timeout: number,
): Promise<{ status: number; headers: IncomingHttpHeaders; socket: Socket }> {
  const { host, port } = targetOf(proxy);
  const authority = `${isIP(target.host) === 6 ? `[${target.host}]` : target.host}:${target.port}`;
  const options = {
    host,
    port,
    method: 'CONNECT',
    path: authority,
    headers: { host: authority, ...signIn.headers() },
    agent: false,
    lookup: lookupWithin(),
    maxHeaderSize: longestHeaders,
    signal: AbortSignal.timeout(timeout),
  };
  return new Promise((resolve, reject) => {
    const asked = proxy.startsWith('https:')
      ? // Node would verify the proxy by the Host header, which names the portal.
        requestSecure({ ...options, ...tlsOptions, servername: servernameOf(host) })
      : requestPlain(options);
    asked.once('error', (error) =>
      reject(new ProxyHopFailed(failureOfHop(failureOfCode(codeOf(error)), proxy))),
    );
    asked.once('connect', ({ statusCode = 0, headers }, socket) => {
      if (!isOpen(statusCode)) socket.destroy();
      resolve({ status: statusCode, headers, socket });
    });
    asked.end();
  });
}
