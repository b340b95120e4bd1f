import { type IncomingHttpHeaders, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { Socket } from 'node:net';
import type { Failure } from '../../core/net/failure.ts';
import { askedSignIn } from '../../core/net/proxy.ts';
import { codeOf } from './errorCode.ts';
import type { TlsOptions } from './tls.ts';
import type { ProxyResolver } from './proxyResolver.ts';

/** Where a connection leads: a name or an address, without the brackets of an IPv6 one in a URL. */
export type TunnelTarget = { host: string; port: number };

/** A way through a proxy. */
export type ProxyHop = {
  proxy: string;
  proxyResolver: Pick<ProxyResolver, 'signIn' | 'wasRefused' | 'refused'>;
};

/** The way ends at the proxy: a failure on its way to whoever asked. */
export class ProxyHopFailed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super('no passage');
    this.failure = failure;
  }
}

export function targetOf(origin: string): TunnelTarget {
  const { protocol, hostname, port } = new URL(origin);
  const usual = protocol === 'https:' ? 443 : 80;
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? usual : Number(port) };
}

/** Asks a proxy for a connection to a server (HTTP's CONNECT). What goes over it then the proxy only passes on. */
export async function openTunnel(
  { proxy, proxyResolver }: ProxyHop,
  target: TunnelTarget,
  tlsOptions: TlsOptions,
  patience: number,
): Promise<Socket> {
  const secure = new URL(proxy).protocol === 'https:';
  const authority = `${target.host}:${target.port}`;
  const token = tokenFor(proxy, proxyResolver);
  return new Promise((resolve, reject) => {
    const asked = (secure ? requestSecure : requestPlain)({
      ...(secure ? tlsOptions : {}),
      ...targetOf(proxy),
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, ...signInHeader(token) },
      agent: false,
      signal: AbortSignal.timeout(patience),
    });
    asked.once('error', (error) =>
      reject(new ProxyHopFailed({ kind: 'proxy', problem: 'unreached', proxy, detail: codeOf(error) })),
    );
    asked.once('connect', ({ statusCode = 0, headers }, socket) => {
      if (statusCode === 200) return resolve(socket);
      socket.destroy();
      return reject(new ProxyHopFailed(refusalOf({ proxy, proxyResolver }, token, statusCode, headers)));
    });
    asked.end();
  });
}

/** What the proxy is sent of itself, and nobody else. */
export function signInHeader(token: string | null): Record<string, string> {
  return token === null ? {} : { 'proxy-authorization': `Basic ${token}` };
}

export function tokenFor(proxy: string, proxyResolver: Pick<ProxyResolver, 'signIn'>): string | null {
  return proxyResolver.signIn(proxy)?.token ?? null;
}

/** What a proxy meant that let nobody through. */
export function refusalOf(
  { proxy, proxyResolver }: ProxyHop,
  token: string | null,
  status: number,
  headers: IncomingHttpHeaders,
): Failure {
  const failure = { kind: 'proxy', proxy, detail: String(status) } as const;
  if (status !== 407) return { ...failure, problem: 'refused' };
  if (token !== null) proxyResolver.refused(proxy);
  const challenges = [headers['proxy-authenticate'] ?? []].flat();
  return { ...failure, problem: askedSignIn(challenges, token !== null || proxyResolver.wasRefused(proxy)) };
}
