import type { Route } from '../../core/net/proxy.ts';

/** A user name and a password for a proxy, as they are sent: base64, with a colon between them (RFC 7617). */
export type ProxyCredential = { token: string };

/** What this machine says of the ways out of it. */
export type ProxyResolver = {
  /** How to reach a server; asked before each question, since networks change. */
  to: (origin: string) => Promise<Route>;
  /** What was entered for a proxy and has not been refused by it; null for nothing. */
  signIn: (proxy: string) => ProxyCredential | null;
  /** Something was entered for it, and refused: it is not sent again, since many a proxy locks out who tries often. */
  wasRefused: (proxy: string) => boolean;
  refused: (proxy: string) => void;
};

/** No proxy anywhere. */
export const directOnly: ProxyResolver = {
  to: () => Promise.resolve({ via: 'straight' }),
  signIn: () => null,
  wasRefused: () => false,
  refused: () => undefined,
};
