import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { provideShippedNode, SHIPPED_NODE } from '../../scripts/setup/runtime/shipped-node.mjs';
import { makeAuthority, makeCertificate } from '../support/docspace/certificates.ts';
import { temporaryFolder } from '../support/main/temporaryFolder.ts';
import { askOn } from '../support/network/askOn.ts';
import { secureServer } from './servers.ts';

// `npm run ships` runs the tests of whole rooms on the Node that Electron carries; this is what the Node of the tests lacks.

const node = await provideShippedNode();

test.skipIf(node === undefined)(
  'on the Node that ships an authority that an administrator has added to the system counts, and no other',
  async () => {
    const authority = await makeAuthority();
    const server = await secureServer(await makeCertificate({ authority }));
    const stranger = await secureServer(await makeCertificate({ authority: await makeAuthority('Other') }));
    const added = join(temporaryFolder(), 'authorities.pem');
    writeFileSync(added, authority.certificate);
    const questions = [server, stranger].map(({ origin }) => JSON.stringify({ origin }));
    // OpenSSL's own name for the file of the system's authorities.
    const told = await askOn(node ?? '', questions, { SSL_CERT_FILE: added });
    const untrusted = { kind: 'certificate', problem: 'untrusted' };
    expect(told).toMatchObject({ node: SHIPPED_NODE.version, answers: [200, untrusted] });
    expect(await askOn(node ?? '', questions, {})).toMatchObject({ answers: [untrusted, untrusted] });
  },
);
