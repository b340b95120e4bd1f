import { day } from '../../../../../src/core/base/time.ts';
import { failWithoutStack, succeed } from '../envelope.ts';
import { isRecord, parseJson } from '../../json.ts';
import { people } from '../people.ts';
import type { Route } from '../route.ts';
import { dateWithZone } from '../time.ts';

/** Signing in with a password: a session token for a year (DocSpace server 3.7.2). Nobody here has a second factor. */
export const loginRoute: Route = {
  method: 'POST',
  path: '/api/2.0/authentication',
  access: 'anyone',
  whenUnpaid: true,
  answer: ({ call, world }) => {
    const body = parseJson(call.body);
    const { userName, password } = isRecord(body) ? body : {};
    const person = people.find(({ email }) => email === userName);
    if (person === undefined) return failWithoutStack(404, 'The user could not be found');
    if (person.password !== password) return failWithoutStack(401, 'User authentication failed');
    const expires = dateWithZone(world.clock.now() + 365 * day);
    return succeed(call, { token: world.startSession(person), expires });
  },
};

/** Whether the caller is signed in. */
export const loginStateRoute: Route = {
  ...loginRoute,
  method: 'GET',
  answer: ({ call, caller }) => succeed(call, caller.person !== undefined),
};
