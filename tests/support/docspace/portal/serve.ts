import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRecord, parseJson } from '../json.ts';
import { findMismatch } from '../openApi.ts';
import type { Answer } from './answer.ts';
import { receive } from './arrival.ts';
import type { Call } from './call.ts';
import { send } from './departure.ts';
import { note, type RecordedRequest } from './record.ts';
import { respond } from './respond.ts';
import type { Scenario } from './scenario.ts';
import type { World } from './world.ts';

/** What is at hand while a portal serves. */
export type Stage = {
  world: World;
  scenario: Scenario | undefined;
  requests: RecordedRequest[];
  /** Everything the fake did that no portal does; closing it throws them. */
  complaints: string[];
};

/** Takes one request through: received, recorded, met by a misbehaviour or answered in earnest. */
export async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  origin: string,
  stage: Stage,
): Promise<void> {
  const { world } = stage;
  try {
    const call = await receive(request, origin, world.clock.now());
    const entry = note(call);
    stage.requests.push(entry);
    const exchange = {
      call,
      response,
      honest: () => honestAnswer(call, stage),
      send: (answer: Answer) => {
        entry.status = answer.status;
        send(response, answer, world.clock.now());
      },
    };
    const misbehaviour = world.misbehaviours.take(call);
    if (misbehaviour === undefined) exchange.send(exchange.honest());
    else misbehaviour.meet(exchange);
  } catch (error) {
    // A caller who left before the end of the question is no fault of ours.
    if (request.complete)
      stage.complaints.push(error instanceof Error ? (error.stack ?? error.message) : '?');
    response.destroy();
  }
}

/** What the portal says, held against the OpenAPI document: a fake that drifts from the API must not go unnoticed. */
function honestAnswer(call: Call, { world, scenario, complaints }: Stage): Answer {
  const answer = distort(respond(call, world), call, scenario);
  const excuse = scenario?.beyondTheDocument ?? answer.beyondTheDocument;
  const { method, path } = call;
  const contentType = answer.headers['content-type'] ?? '';
  const body = contentType.includes('json') ? String(answer.body) : '';
  const mismatch =
    excuse === undefined
      ? findMismatch({ method, path, status: answer.status, contentType, body })
      : undefined;
  if (mismatch === undefined) return answer;
  complaints.push(mismatch);
  return {
    status: 500,
    headers: { 'content-type': 'text/plain' },
    body: `The fake portal is wrong. ${mismatch}`,
  };
}

function distort(answer: Answer, call: Call, scenario: Scenario | undefined): Answer {
  const body = scenario?.distort && parseJson(String(answer.body));
  if (!isRecord(body) || scenario?.distort === undefined) return answer;
  return { ...answer, body: JSON.stringify(scenario.distort(body, call)) };
}
