import type { Route } from '../../core/net/route.ts';
import type { ProxyResolver } from '../network/proxyResolver.ts';
import type { FromThread, ToThread } from './messages.ts';

type Told = Extract<ToThread, { say: 'routes' }>;

/** The routes as the main thread tells them: only there does Electron say which proxies the system is set to. */
type RoutesFromMain = ProxyResolver & { take: (told: Told) => void };

export function createRoutesFromMain(say: (message: FromThread) => void): RoutesFromMain {
  const waiting = new Map<string, (routes: Route[]) => void>();
  const signIns = new Map<string, Told['signIns'][number]>();
  return {
    to: async (origin) =>
      new Promise((resolve) => {
        waiting.set(origin, resolve);
        say({ say: 'wantRoutes', to: origin });
      }),
    signIn: (proxy) => {
      const token = signIns.get(proxy)?.token ?? null;
      return token === null ? null : { token };
    },
    wasRefused: (proxy) => signIns.get(proxy)?.refused ?? false,
    refused: (proxy) => {
      signIns.set(proxy, { proxy, token: null, refused: true });
      say({ say: 'refused', proxy });
    },
    forgetRefusals: () => undefined,
    take: ({ to, routes, signIns: known }) => {
      for (const signIn of known) signIns.set(signIn.proxy, signIn);
      waiting.get(to)?.(routes);
      waiting.delete(to);
    },
  };
}
