import { createHash } from 'node:crypto';
import type { Clock } from './clock.ts';
import { type Answer, empty } from './answer.ts';
import { archiveBytes } from './archiveBytes.ts';
import { receive } from './arrival.ts';
import type { Call } from './call.ts';
import { send } from './departure.ts';
import { checkPresigned } from './link.ts';
import { listen } from './listener.ts';
import { note, type RecordedRequest } from './record.ts';

/** A cloud storage in the manner of S3, on an origin of its own. */
export type Cloud = { origin: string; requests: RecordedRequest[]; close: () => Promise<void> };

/** Starts the storage that third-party backups and big downloads lie in. */
export async function startCloud(clock: Clock, archive: () => Buffer): Promise<Cloud> {
  const requests: RecordedRequest[] = [];
  const listener = await listen(0);
  listener.serve(async (request, response) => {
    const call = await receive(request, listener.origin, clock.now());
    const said = answer(call, clock.now(), archive());
    requests.push({ ...note(call), status: said.status });
    send(response, said, clock.now());
  });
  return { origin: listener.origin, requests, close: listener.close };
}

function answer(call: Call, now: number, archive: Buffer): Answer {
  // S3 takes one kind of permission only: a presigned address with an Authorization header is refused.
  if (call.headers.authorization !== undefined) return refusal(400, 'InvalidArgument');
  if (call.method !== 'GET') return empty(403);
  const check = checkPresigned(call.path, call.query, now);
  if (check === 'forged') return refusal(403, 'SignatureDoesNotMatch');
  if (check === 'late') return refusal(403, 'AccessDenied');
  return archiveBytes(archive, `"${createHash('md5').update(archive).digest('hex')}"`, call.headers);
}

function refusal(status: number, code: string): Answer {
  const headers = { 'content-type': 'application/xml' };
  return { status, headers, body: `<?xml version="1.0"?><Error><Code>${code}</Code></Error>` };
}
