import { empty } from './answer.ts';
import { receive } from './arrival.ts';
import { send } from './departure.ts';
import { type Listener, listen } from './listener.ts';
import { note, type RecordedRequest } from './record.ts';
import type { World } from './world.ts';

/** Plain http beside a portal with TLS: 301 to the same address by https, as ONLYOFFICE's Docker set-up has it. */
export async function startRedirector(world: World, requests: RecordedRequest[]): Promise<Listener> {
  const listener = await listen(0);
  listener.serve(async (request, response) => {
    const call = await receive(request, listener.origin, world.clock.now());
    requests.push({ ...note(call), status: 301 });
    const location = call.href.replace(listener.origin, world.origin);
    send(response, empty(301, { location }), world.clock.now());
  });
  return listener;
}
