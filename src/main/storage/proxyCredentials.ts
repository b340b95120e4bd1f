import type { Write } from './store.ts';
import { createVault, type Sealer } from './vault.ts';
import type { ProxyResolver } from '../network/proxyResolver.ts';

/** User names and passwords for proxies: sealed like the keys, and in a file of their own beside them. */
export type ProxyCredentials = Pick<ProxyResolver, 'signIn' | 'wasRefused' | 'refused'> & {
  /** Fails, and changes nothing, when it cannot be saved. */
  keep: (proxy: string, user: string, password: string) => boolean;
  forget: (proxy: string) => void;
  keyringChanged: (open: boolean) => void;
  /** The proxies, by their origins, for which something is kept. */
  known: () => string[];
  /** All that must not stand in a log line. */
  secrets: () => string[];
};

export function createProxyCredentials(sealer: Sealer, content: unknown, write: Write): ProxyCredentials {
  // What is sealed is bound to the origin of its proxy, as a key is to that of its portal.
  const vault = createVault(sealer, content, write);
  const refused = new Set<string>();
  return {
    signIn: (proxy) => {
      const kept = vault.key(proxy);
      return kept === null || refused.has(proxy) ? null : { token: kept.text };
    },
    wasRefused: (proxy) => refused.has(proxy),
    refused: (proxy) => void refused.add(proxy),
    keep: (proxy, user, password) => {
      const text = Buffer.from(`${user}:${password}`, 'utf8').toString('base64');
      const kept = vault.keep(proxy, proxy, { text, kind: 'sessionToken' });
      if (kept.ok) refused.delete(proxy);
      return kept.ok;
    },
    forget: (proxy) => {
      vault.forget(proxy);
      refused.delete(proxy);
    },
    keyringChanged: (open) =>
      vault.keyringChanged(
        open,
        vault.known().map((proxy) => ({ id: proxy, origin: proxy })),
      ),
    known: vault.known,
    secrets: () => vault.secrets().flatMap((token) => [token, passwordIn(token)]),
  };
}

function passwordIn(token: string): string {
  const plain = Buffer.from(token, 'base64').toString('utf8');
  return plain.slice(plain.indexOf(':') + 1);
}
