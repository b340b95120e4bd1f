import { fail, type Result, succeed } from '../base/result.ts';
import { parseUrl } from '../base/url.ts';
import type { Failure } from '../net/failure.ts';
import { judgeRedirect } from '../net/redirect.ts';

/** One stop on the way to an archive. */
export type Hop = {
  origin: string;
  /** With its query; a bearer secret. */
  path: string;
  /** It is the portal itself, and was all the way: its key goes there, and the certificate that is trusted for it counts. */
  own: boolean;
};

/** The first one: the link that the portal has named, judged as if it had sent us there. */
export function firstHop(origin: string, link: string): Result<Hop, Failure> {
  return hopTo(link, { origin, path: '/', own: true });
}

/** Where a redirect leads. Never from https to http; and once it has left the portal, the key stays behind for good. */
export function nextHop(from: Hop, location: string): Result<Hop, Failure> {
  return hopTo(location, from);
}

/** Where a chain that goes on and on is left. */
export const mostHops = 10;

function hopTo(location: string, from: Hop): Result<Hop, Failure> {
  const url = parseUrl(location, `${from.origin}${from.path}`);
  const to = judgeRedirect(from.origin, url?.href ?? location);
  if (url === null || to.leads === 'nowhere' || to.leads === 'downgrade')
    return fail({ kind: 'redirected', to });
  const own = from.own && to.leads === 'ownPage';
  return succeed({ origin: url.origin, path: `${url.pathname}${url.search}`, own });
}
