import type { Write } from './jsonFile.ts';
import { createSealedMap } from './sealedMap.ts';
import type { Sealer } from './sealer.ts';

/** User names and passwords for proxies: sealed like the keys, and in a file of their own beside them. */
export type ProxyCredentials = {
  /** What was entered for a proxy and has not been refused by it, as it is sent (RFC 7617); null for nothing. */
  signIn: (proxy: string) => { token: string } | null;
  wasRefused: (proxy: string) => boolean;
  refused: (proxy: string) => void;
  /** On another network a proxy of the same name may be another one. */
  forgetRefusals: () => void;
  /** Fails, and changes nothing, when it cannot be saved. */
  keep: (proxy: string, user: string, password: string) => Promise<boolean>;
  forget: (proxy: string) => void;
  keyringChanged: (open: boolean) => Promise<void>;
  /** The proxies, by their origins, for which something is kept. */
  known: () => string[];
  /** All that must not stand in a log line. */
  secrets: () => string[];
};

export function createProxyCredentials(sealer: Sealer, content: unknown, write: Write): ProxyCredentials {
  // What is sealed is bound to the origin of its proxy, as a key is to that of its portal.
  const tokens = createSealedMap(sealer, content, write);
  const refused = new Set<string>();
  return {
    signIn: (proxy) => {
      const token = tokens.get(proxy);
      return token === null || refused.has(proxy) ? null : { token };
    },
    wasRefused: (proxy) => refused.has(proxy),
    refused: (proxy) => void refused.add(proxy),
    forgetRefusals: () => refused.clear(),
    keep: async (proxy, user, password) => {
      const token = Buffer.from(`${user}:${password}`, 'utf8').toString('base64');
      const kept = await tokens.keep(proxy, proxy, token, () => true);
      if (kept.ok) refused.delete(proxy);
      return kept.ok;
    },
    forget: (proxy) => {
      tokens.forget(proxy);
      refused.delete(proxy);
    },
    keyringChanged: async (open) =>
      tokens.keyringChanged(
        open,
        tokens.ids().map((proxy) => ({ id: proxy, origin: proxy })),
      ),
    known: tokens.ids,
    secrets: () => tokens.secrets().flatMap((token) => [token, passwordIn(token)]),
  };
}

function passwordIn(token: string): string {
  const plain = Buffer.from(token, 'base64').toString('utf8');
  return plain.slice(plain.indexOf(':') + 1);
}
