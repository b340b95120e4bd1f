import type { Call } from './call.ts';
import type { Key } from './keys.ts';
import { people, type Person } from './people.ts';
import { isAtLeast } from './version.ts';
import type { World } from './world.ts';

/** Who calls, as far as the portal can tell. */
export type Caller = { person?: Person; key?: Key };

const nobody: Caller = {};

/**
 * Reads the credential of a request. An API key counts after `Bearer ` only: without it the value goes to the cookie
 * handler, which cannot read it. A session token counts raw, after `Bearer `, or as the cookie `asc_auth_key`.
 * (DocSpace server 3.7.2, scheme selection and ApiKeyBearerAuthHandler.)
 */
export function identify(call: Call, world: World): Caller {
  const header = call.headers.authorization;
  if (header === undefined) return bySession(sessionCookie(call), world);
  const [scheme = '', credential = ''] = header.split(' ', 2);
  if (scheme === 'Basic') return byPassword(Buffer.from(credential, 'base64').toString());
  if (scheme !== 'Bearer') return bySession(header, world);
  return credential.startsWith('sk-') ? byKey(credential, world) : bySession(credential, world);
}

function byKey(token: string, world: World): Caller {
  const key = Object.values(world.keys).find((key) => key.token === token);
  if (key === undefined || !key.isActive || world.keysAreDead()) return nobody;
  if ((key.expiresAt ?? Infinity) <= world.clock.now()) return nobody;
  // API keys came with 3.1.
  return isAtLeast(world.details.version, '3.1') ? { person: key.person, key } : nobody;
}

function bySession(token: string, world: World): Caller {
  const person = world.sessions.get(token);
  return person === undefined ? nobody : { person };
}

function byPassword(pair: string): Caller {
  const person = people.find(({ email, password }) => pair === `${email}:${password}`);
  return person === undefined ? nobody : { person };
}

function sessionCookie(call: Call): string {
  const cookies = (call.headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith('asc_auth_key='))?.slice('asc_auth_key='.length) ?? '';
}
