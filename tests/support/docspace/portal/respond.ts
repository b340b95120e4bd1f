import { type Answer, empty, html } from './answer.ts';
import { identify } from './authentication.ts';
import type { Call } from './call.ts';
import { readDump, refuse } from './gate.ts';
import { download } from './routes/download.ts';
import { routes } from './routes/routes.ts';
import { answerAsWorkspace } from './routes/workspace.ts';
import { isAtLeast } from './version.ts';
import type { World } from './world.ts';

/** What the portal says to a call: all of DocSpace that is played, as a function of the world and the clock. */
export function respond(arrived: Call, world: World): Answer {
  const call = world.details.docSpace ? rewrite(arrived) : arrived;
  const caller = identify(call, world);
  const file = download(call, caller, world);
  if (file !== undefined) return file;
  if (!world.details.docSpace) return answerAsWorkspace(call, caller, world);
  const path = call.path.toLowerCase();
  const here = routes.filter((route) => route.path === path && isServed(route.since, world));
  // The reverse proxy knows the API by its prefix; the rest it answers itself.
  if (here.length === 0) return path.startsWith('/api/2.0/') ? empty(404) : html(404, '404', '404 Not Found');
  const route = here.find(({ method }) => method === call.method);
  if (route === undefined) return empty(405, { allow: here.map(({ method }) => method).join(', ') });
  const dump = readDump(call, world);
  return refuse(route, call, caller, world) ?? route.answer({ call, world, caller, dump });
}

function isServed(since: string | undefined, world: World): boolean {
  return since === undefined || isAtLeast(world.details.version, since);
}

// nginx hands `/api/2.0/portal/…backup…` and `…restore…` to the backup service, which then sees its own path.
const alias = /^\/api\/2\.0\/portal\/(\w*(?:backup|restore)\w*)$/i;

function rewrite(call: Call): Call {
  const name = alias.exec(call.path)?.[1];
  if (name === undefined) return call;
  const path = `/api/2.0/backup/${name}`;
  return { ...call, path, href: call.href.replace(call.path, path) };
}
