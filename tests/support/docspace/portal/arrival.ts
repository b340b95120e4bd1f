import type { IncomingMessage } from 'node:http';
import type { Call } from './call.ts';

const mostBytes = 1024 * 1024;

/** Reads a request whole. The address is the one the server sees. */
export async function receive(request: IncomingMessage, origin: string, at: number): Promise<Call> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > mostBytes) throw new Error('The fake portal reads no more than a mebibyte.');
    chunks.push(bytes);
  }
  const url = new URL(`${origin}${request.url ?? '/'}`);
  return {
    at,
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    href: url.href,
    headers: request.headers,
    body: Buffer.concat(chunks).toString(),
  };
}
