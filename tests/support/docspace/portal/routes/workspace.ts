import { type Answer, empty, html, json } from '../answer.ts';
import type { Caller } from '../authentication.ts';
import type { Call } from '../call.ts';
import { fail, failWithoutStack } from '../envelope.ts';
import { fault } from '../exceptions.ts';
import { readJob } from '../job/reading.ts';
import { isRecord, parseJson } from '../../json.ts';
import { linkOf } from '../link.ts';
import { people } from '../people.ts';
import type { World } from '../world.ts';

/**
 * The older Workspace (CommunityServer 12): four members, JSON only where it is asked for, no API keys, and a failure
 * that is told once, as a 500, and is then forgotten.
 */
export function answerAsWorkspace(call: Call, caller: Caller, world: World): Answer {
  const path = call.path.replace(/\.json$/, '');
  const wantsJson = path !== call.path || (call.headers.accept ?? '').includes('json');
  const answer = answerPath(path, call, caller, world);
  const isEnvelope = answer.headers['content-type']?.includes('json') === true;
  return wantsJson || !isEnvelope ? answer : { ...answer, ...xml };
}

const xml = {
  headers: { 'content-type': 'text/xml; charset=utf-8' },
  body: '<result><status>0</status></result>',
};

function answerPath(path: string, call: Call, caller: Caller, world: World): Answer {
  if (path === '/api/2.0/authentication' && call.method === 'POST') return login(call, world);
  if (path === '/api/2.0/settings') return wrap({ timezone: world.details.timeZone, culture: 'en-US' });
  if (path !== '/api/2.0/portal/getbackupprogress') return html(404, '404', '404 Not Found');
  return caller.person === undefined || caller.key !== undefined ? empty(401) : progress(world);
}

function progress(world: World): Answer {
  const job = world.backups.current();
  const reading = job && readJob(job, world.clock.now());
  if (job === undefined || reading === undefined || world.toldFailure === job.plan.taskId)
    return wrap(undefined);
  if (reading.error !== '') {
    world.toldFailure = job.plan.taskId;
    return fail(500, fault(reading.error));
  }
  const { isCompleted, progress } = reading;
  const link = linkOf(job, world.backups.alias, world);
  const shown = world.details.pascalCase
    ? { IsCompleted: isCompleted, Progress: progress, Error: null, Link: link }
    : { isCompleted, progress, error: null, link };
  return wrap(shown);
}

function wrap(response: unknown): Answer {
  return {
    ...json(200, { count: response === undefined ? 0 : 1, status: 0, statusCode: 200, response }),
    beyondTheDocument: 'Workspace is another product',
  };
}

function login(call: Call, world: World): Answer {
  const body = parseJson(call.body);
  const { userName, password } = isRecord(body) ? body : {};
  const person = people.find((person) => person.email === userName && person.password === password);
  return person === undefined
    ? failWithoutStack(401, 'User authentication failed')
    : wrap({ token: world.startSession(person) });
}
