import { addressOf } from '../../core/net/address.ts';
import { parseRoutes } from '../../core/net/route.ts';
import { parseUrl } from '../../core/base/url.ts';
import type { ProxyResolver } from './proxyResolver.ts';

/**
 * The proxies that the environment names, as on a server without a desktop: `https_proxy` for portals with encryption,
 * `http_proxy` for those without, else `all_proxy`; none for the hosts in `no_proxy`. What the address of a proxy holds
 * of a user name and a password is its sign-in.
 */
export function createEnvironmentProxy(env: NodeJS.ProcessEnv): ProxyResolver {
  const proxyFor = (url: URL): URL | null => {
    if (addressOf(url).loopback || isExcepted(url, valueOf(env, 'no_proxy'))) return null;
    const named = valueOf(env, url.protocol === 'https:' ? 'https_proxy' : 'http_proxy');
    const proxy = named === '' ? valueOf(env, 'all_proxy') : named;
    return proxy === '' ? null : parseUrl(proxy.includes('://') ? proxy : `http://${proxy}`);
  };
  const refused = new Set<string>();
  const signIns = new Map<string, string>();
  return {
    to: async (origin) => {
      const proxy = proxyFor(new URL(origin));
      if (proxy === null) return [{ via: 'direct' }];
      const [route = { via: 'direct' }] = parseRoutes(`${proxy.protocol.slice(0, -1)} ${proxy.host}`);
      if (route.via === 'proxy' && proxy.username !== '') signIns.set(route.proxy, tokenOf(proxy));
      return [route];
    },
    signIn: (proxy) => {
      const token = refused.has(proxy) ? undefined : signIns.get(proxy);
      return token === undefined ? null : { token };
    },
    wasRefused: (proxy) => refused.has(proxy),
    refused: (proxy) => void refused.add(proxy),
    forgetRefusals: () => refused.clear(),
  };
}

/** Programs write these names small or in capitals. `HTTP_PROXY` in capitals may come from a request to a web server (CVE-2016-5385). */
function valueOf(env: NodeJS.ProcessEnv, name: string): string {
  const capitals = name === 'http_proxy' ? undefined : env[name.toUpperCase()];
  return (env[name] ?? capitals ?? '').trim();
}

/** "*", or a list of hosts, each with those below it, and where one is named only with that port. */
function isExcepted({ hostname, port, protocol }: URL, list: string): boolean {
  const own = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
  return list.split(/[\s,]+/).some((entry) => {
    if (entry === '*') return true;
    const [, host = '', only = own] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
    return host !== '' && only === own && (hostname === host || hostname.endsWith(`.${host}`));
  });
}

function tokenOf({ username, password }: URL): string {
  return Buffer.from(`${decoded(username)}:${decoded(password)}`, 'utf8').toString('base64');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
