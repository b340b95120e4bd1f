import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';

/** Sends an answer; the portal's clock dates it. */
export function send(response: ServerResponse, { status, headers, body }: Answer, now: number): void {
  if (response.writableEnded || response.destroyed) return;
  const date = new Date(now).toUTCString();
  const server = 'openresty';
  response.writeHead(status, { date, server, ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
