import type { Route } from '../../core/net/route.ts';

/** A user name and a password for a proxy, as they are sent: base64, with a colon between them (RFC 7617). */
type ProxyCredential = { token: string };

/** What this machine says of the routes out of it, and what its user has entered for its proxies. */
export type ProxyResolver = {
  /** The routes to a server, in the order in which they are tried; asked before each question, since networks change. */
  to: (origin: string) => Promise<Route[]>;
  /** What was entered for a proxy and has not been refused by it; null for nothing. */
  signIn: (proxy: string) => ProxyCredential | null;
  /** Something was entered for it, and refused: it is not sent again, since many a proxy locks out who tries often. */
  wasRefused: (proxy: string) => boolean;
  refused: (proxy: string) => void;
  /** On another network a proxy of the same name may be another one. */
  forgetRefusals: () => void;
};
