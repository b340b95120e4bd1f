import { createServer, type IncomingMessage, request as requestFrom, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { parseUrl } from '../../src/core/base/url.ts';
import type { Identity } from '../support/docspace/portal/listener.ts';
import { portOf } from './servers.ts';

/** What a proxy wants of who comes: a user and a password, something else, or nothing. */
type Wants = { user: string; password: string } | { challenges: string[] } | null;

/** A real HTTP proxy, with all that it could learn. */
export type Proxy = {
  origin: string;
  /** What it was asked for, in order: "CONNECT 127.0.0.1:443", "GET http://…". */
  asked: string[];
  /** Every byte that went through it or to it. */
  seen: () => string;
  wants: (wants: Wants) => void;
  /** From now on it hangs up on whoever comes. */
  vanishes: () => void;
  /** How often somebody has connected. */
  attempts: () => number;
  /** From now on it answers everything with this status. */
  refuses: (status: number) => void;
};

/**
 * `tls`: its own identity, where it is reached over TLS; `hosts`: where a name or an address leads to instead, as on a
 * network that knows names which we do not; `opens`: the status and headers with which it opens a tunnel.
 */
export async function openProxy({
  tls,
  hosts = {},
  opens = '200 OK',
}: { tls?: Identity; hosts?: Record<string, string>; opens?: string } = {}) {
  const asked: string[] = [];
  const seen: string[] = [];
  let wants: Wants = null;
  let refusal: number | null = null;
  const note = (chunk: Buffer): unknown => seen.push(chunk.toString('latin1'));
  const sockets = new Set<Socket>();
  const listens = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  };

  /** The status and headers of a refusal; null for who may pass. */
  const judge = ({ headers }: IncomingMessage): [number, Record<string, string[]>] | null => {
    seen.push(JSON.stringify(headers));
    if (refusal !== null) return [refusal, {}];
    if (wants === null) return null;
    if ('challenges' in wants) return [407, { 'proxy-authenticate': wants.challenges }];
    const expected = `Basic ${Buffer.from(`${wants.user}:${wants.password}`).toString('base64')}`;
    if (headers['proxy-authorization'] === expected) return null;
    return [407, { 'proxy-authenticate': ['Negotiate', 'Basic realm="proxy, lan"'] }];
  };

  const server: Server = tls ? createSecureServer({ key: tls.key, cert: tls.certificate }) : createServer();
  let attempts = 0;
  let gone = false;
  server.on('connection', (socket: Socket) => {
    attempts += 1;
    listens(socket);
    if (gone) socket.destroy();
  });
  server.on('connect', (request: IncomingMessage, client: Socket) => {
    asked.push(`CONNECT ${request.url ?? ''}`);
    const refused = judge(request);
    if (refused !== null) {
      const [status, headers] = refused;
      const lines = (headers['proxy-authenticate'] ?? []).map((one) => `proxy-authenticate: ${one}\r\n`);
      client.end(`HTTP/1.1 ${status} No\r\n${lines.join('')}\r\n`);
      return;
    }
    const authority = parseUrl(`http://${request.url ?? ''}`);
    // As in HTTP, only an IPv6 address in brackets is told from its port.
    if (authority === null) {
      client.end('HTTP/1.1 400 Bad Request\r\n\r\n');
      return;
    }
    const { hostname, port } = authority;
    const upstream = connect(Number(port || 80), hosts[hostname] ?? hostname, () => {
      client.write(`HTTP/1.1 ${opens}\r\n\r\n`);
      client.on('data', note);
      upstream.on('data', note);
      client.pipe(upstream).pipe(client);
    });
    listens(upstream);
    client.on('error', () => upstream.destroy());
  });
  server.on('request', (request, response) => {
    asked.push(`${request.method} ${request.url ?? ''}`);
    const refused = judge(request);
    if (refused !== null) {
      response.writeHead(...refused).end('the proxy’s own page');
      return;
    }
    const { 'proxy-authorization': _ours, ...headers } = request.headers;
    const to = new URL(request.url ?? '');
    const onward = requestFrom(
      { host: hosts[to.hostname] ?? to.hostname, port: to.port, path: to.pathname + to.search, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 0, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.writeHead(502).end());
    onward.end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const proxy: Proxy = {
    origin: `${tls ? 'https' : 'http'}://127.0.0.1:${portOf(server.address())}`,
    asked,
    seen: () => seen.join('\n'),
    wants: (next) => (wants = next),
    vanishes: () => (gone = true),
    attempts: () => attempts,
    refuses: (status) => (refusal = status),
  };
  return proxy;
}
