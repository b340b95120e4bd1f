import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A server that speaks bytes: what no HTTP server would say can be said here. */
export type RawServer = {
  origin: string;
  port: number;
  /** Every connection there was, in order. */
  sockets: Socket[];
};

/** Listens for one test; `talk` gets each new connection with its number. */
export async function rawServer(talk: (socket: Socket, number: number) => void): Promise<RawServer> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    // That a client hangs up is what these tests are about.
    socket.on('error', () => undefined);
    sockets.push(socket);
    talk(socket, sockets.length);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}`, port, sockets };
}

/** A whole HTTP answer. */
export function httpAnswer(body: string, headers: Record<string, string> = {}, status = 200): string {
  const all = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Any\r\n${lines.join('')}\r\n${body}`;
}
