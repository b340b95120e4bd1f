import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { SecureVersion } from 'node:tls';
import { onTestFinished } from 'vitest';
import type { Certificate } from '../support/docspace/certificates.ts';

/** What a server heard. */
export type Heard = {
  path: string;
  authorization: string | undefined;
  proxyAuthorization: string | undefined;
};

/** A server over TLS that answers everything with `{}`, until the test is over. */
export type SecureServer = {
  origin: string;
  heard: Heard[];
  /** Shows another certificate from now on; connections that are open are closed. */
  shows: (identity: Pick<Certificate, 'key' | 'certificate'>) => void;
};

/** `version`: the TLS of another time. */
export async function secureServer(
  { key, certificate }: Pick<Certificate, 'key' | 'certificate'>,
  version?: SecureVersion,
): Promise<SecureServer> {
  const old =
    version === undefined ? {} : { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' };
  const heard: Heard[] = [];
  const server = createServer({ key, cert: certificate, ...old }, ({ url = '', headers }, response) => {
    heard.push({
      path: url,
      authorization: headers.authorization,
      proxyAuthorization: headers['proxy-authorization'],
    });
    response.end('{}');
  });
  // A client that refuses our certificate is no event of the server's.
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    origin: `https://127.0.0.1:${portOf(server.address())}`,
    heard,
    shows: (identity) => {
      server.setSecureContext({ key: identity.key, cert: identity.certificate });
      server.closeAllConnections();
    },
  };
}

export function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}
