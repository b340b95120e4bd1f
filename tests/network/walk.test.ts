import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeCertificate, makeWrongHostCertificate } from '../support/docspace/certificates.ts';
import { openPortal } from '../support/docspace/openPortal.ts';
import { Assembled } from '../main/app/assembled.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { temporaryFolder } from '../support/main/temporaryFolder.ts';

// The whole main process but Electron, before real servers: from an unknown certificate to a watched portal, and what
// comes of a change.

test('a certificate that no authority has signed is looked at, trusted, and looked at again when it changes', async () => {
  const [first, second] = [await makeCertificate(), await makeCertificate()];
  const portal = await openPortal({ tls: first });
  const folder = temporaryFolder();
  const application = await Assembled.open(folder);
  application.openWindow();
  application.does('dispatch', { type: 'connectOpened', portal: null });
  application.does('connectSubmit', { address: portal.origin, key: portal.key });
  await application.shows('the certificate', ({ connect }) => connect.certificate !== null);
  expect(application.snapshot?.connect).toMatchObject({
    stage: 'consent',
    note: { tone: 'warn', fact: 'This certificate is not trusted' },
    consent: 'Trust this certificate',
    certificate: {
      facts: [
        { term: 'Issued to', detail: 'localhost' },
        { term: 'Issued by', detail: 'localhost' },
        { term: 'Valid from' },
        { term: 'Valid until' },
      ],
      fingerprint: first.fingerprint,
    },
  });
  // Not a question was asked before somebody agreed.
  expect(portal.requests).toEqual([]);

  application.does('dispatch', { type: 'connectAgreed' });
  await application.shows('a connected portal', ({ connect }) => connect.stage === 'connected');
  await application.shows('a look', ({ portals }) => portals[0]?.state === 'No backup running');
  const settings = (): string => readFileSync(join(folder, 'settings.json'), 'utf8');
  expect(JSON.parse(settings()).portals[0].certificate).toContain('BEGIN CERTIFICATE');

  portal.changeIdentity(second);
  const asked = portal.requests.length;
  application.does('dispatch', { type: 'checkNow', portal: null });
  await application.shows('the change', ({ portals }) => portals[0]?.state === 'Certificate has changed');
  expect(application.snapshot?.portals[0]?.buttons).toEqual([
    { action: { type: 'certificate' }, label: 'View certificate', weight: 'main' },
  ]);
  const told = expect.objectContaining({ title: 'Acme: certificate has changed', urgency: 'critical' });
  expect(application.out).not.toContainEqual(told);
  application.does('dispatch', { type: 'checkNow', portal: null });
  await waitFor('the notification', () => application.out.some((thing) => told.asymmetricMatch(thing)));
  expect(portal.requests).toHaveLength(asked);

  const id = application.snapshot?.portals[0]?.id ?? '';
  application.does('dispatch', { type: 'certificateOpened', portal: id });
  await application.shows('the new one', ({ connect }) => connect.certificate !== null);
  expect(application.snapshot?.connect).toMatchObject({
    note: { fact: 'The certificate has changed' },
    certificate: { fingerprint: second.fingerprint },
  });
  application.does('dispatch', { type: 'connectAgreed' });
  await application.shows('that it is trusted', ({ connect }) => connect.stage === 'connected');
  expect(application.snapshot?.connect.note?.fact).toBe('Acme is watched with this certificate');
  await application.shows('a look', ({ portals }) => portals[0]?.state === 'No backup running');

  // After a restart it is still this one that counts.
  const next = await Assembled.open(folder);
  next.openWindow();
  await next.shows('a look', ({ portals }) => portals[0]?.state === 'No backup running');
  expect(portal.requests.at(-1)?.authorization).toBe(`Bearer ${portal.key}`);
});

test('one that is made for another host cannot be agreed to', async () => {
  const portal = await openPortal({ tls: await makeWrongHostCertificate() });
  const application = await Assembled.open(temporaryFolder());
  application.openWindow();
  application.does('dispatch', { type: 'connectOpened', portal: null });
  application.does('connectSubmit', { address: portal.origin, key: portal.key });
  await application.shows('a refusal', ({ connect }) => connect.stage === 'refused');
  expect(application.snapshot?.connect.addressError).toContain('is for another host name');
  expect(portal.requests).toEqual([]);
});
