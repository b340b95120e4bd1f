import { isIP } from 'node:net';
import type { Failure } from '../../core/net/failure.ts';
import type { ProxySignIn } from './proxySignIn.ts';

/** Where a connection leads: a name or an address, without the brackets of an IPv6 one in a URL. */
export type TunnelTarget = { host: string; port: number };

/** A proxy on the way, by its origin, and the sign-in at it. */
export type ProxyHop = { proxy: string; signIn: ProxySignIn };

/** The connection ends at the proxy: a failure on its way to whoever asked. */
export class ProxyHopFailed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super('no tunnel');
    this.failure = failure;
  }
}

/** Host and port of an origin, as sockets want them: an IPv6 address without its brackets, the port also where it is the usual one. */
export function targetOf(origin: string): TunnelTarget {
  const { protocol, hostname, port } = new URL(origin);
  const usual = protocol === 'https:' ? 443 : 80;
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? usual : Number(port) };
}

/** The name that a server is verified by, as TLS names it: addresses are verified too, and not named. */
export function servernameOf(host: string): string {
  return isIP(host) === 0 ? host : '';
}
