import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';

/** What TLS needs: both in PEM. */
export type Identity = { key: string; certificate: string };

// What the reverse proxy in front of DocSpace keeps an idle connection for; Node's own 5 s would be another server.
const proxyKeepAlive = 65_000;

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Meets whoever comes before there is anything to say. */
const sendAway: Handler = (_request, response) => Promise.resolve(void response.destroy());

/** A server that listens on 127.0.0.1. */
export type Listener = {
  origin: string;
  /** Begins to answer. A handler that fails leaves the caller without an answer. */
  serve: (handle: Handler) => void;
  /** Shows another certificate from now on; connections that are open are closed. */
  changeIdentity: (identity: Identity) => void;
  /** Stops listening and ends every connection, idle ones too. */
  close: () => Promise<void>;
};

/** Listens, by https where an identity is given; port 0 takes a free one. */
export async function listen(port: number, tls?: Identity): Promise<Listener> {
  const secure = tls && secureServer(tls);
  const server = secure ?? createServer();
  server.keepAliveTimeout = proxyKeepAlive;
  let handle = sendAway;
  server.on('request', (request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await listenOn(server, port);
  const address = server.address();
  const actualPort = typeof address === 'object' && address !== null ? address.port : port;
  return {
    origin: `${tls ? 'https' : 'http'}://127.0.0.1:${actualPort}`,
    serve: (begin) => {
      handle = begin;
    },
    changeIdentity: ({ key, certificate }) => {
      secure?.setSecureContext({ key, cert: certificate });
      server.closeAllConnections();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function secureServer({ key, certificate }: Identity): SecureServer {
  const server = createSecureServer({ key, cert: certificate });
  // A client that refuses our certificate is no event of the server's.
  server.on('tlsClientError', () => undefined);
  return server;
}

function listenOn(server: Server | SecureServer, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
