import { createServer, type IncomingHttpHeaders } from 'node:http';

/** A server that nobody was told about, and what it was asked all the same. */
export type Stranger = {
  origin: string;
  heard: Array<{ path: string; headers: IncomingHttpHeaders }>;
  close: () => void;
};

/** Listens on this machine and answers everything, to everybody. */
export async function openStranger(): Promise<Stranger> {
  const heard: Stranger['heard'] = [];
  const server = createServer(({ url = '', headers }, response) => {
    heard.push({ path: url, headers });
    response.writeHead(200, {
      'content-type': url.endsWith('.js') ? 'text/javascript' : 'text/html',
      'access-control-allow-origin': '*',
    });
    response.end(url.endsWith('.js') ? 'document.title = "taken";' : '<title>Elsewhere</title>');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    heard,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
