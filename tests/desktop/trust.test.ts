import { expect, test } from 'vitest';
import { makeAuthority, makeCertificate } from '../support/docspace/certificates.ts';
import { driveApplication } from '../support/desktop/drivenApplication.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { Scene } from './scene.ts';

test('a portal with a certificate of a company’s own is added, and stops loudly when it shows another one', async () => {
  // Signed by somebody whom nobody knows: by itself it ends no chain, and Electron's TLS is another than Node's.
  const authority = await makeAuthority('Kestrel');
  const [first, second] = [await makeCertificate({ authority }), await makeCertificate({ authority })];
  await using scene = await Scene.open({ portal: { tls: first } });
  const page = await (await driveApplication(scene.desktop)).page();
  await page.getByRole('button', { name: 'Add portal' }).click();
  await page.getByRole('textbox', { name: 'Portal address' }).fill(scene.portal.origin);
  await page.getByRole('textbox', { name: 'API key' }).fill(scene.portal.key);
  await page.getByRole('button', { name: 'Connect' }).click();
  await page.getByText('This certificate is not trusted').waitFor();
  // Enter in a field agrees to nothing, and the safe answer has the focus.
  expect(await page.locator(':focus').textContent()).toBe('Do not connect');
  expect(await page.locator('dl').innerText()).toContain('Kestrel');
  expect(await page.locator('code').innerText()).toBe(first.fingerprint);
  expect(scene.portal.requests).toEqual([]);
  await page.getByRole('button', { name: 'Trust this certificate' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await scene.tooltip(/no backup running/);

  scene.portal.changeIdentity(second);
  const polls = scene.looks();
  await (await scene.item()).clickMenu('Check now');
  await scene.tooltip(/certificate has changed/);
  expect(scene.notifications.shown).toEqual([]);
  await (await scene.item()).clickMenu('Check now');
  expect((await scene.notifications.nth()).summary).toBe('Acme: certificate has changed');
  await page.getByRole('button', { name: 'View certificate' }).click();
  await page.getByText('The certificate has changed').waitFor();
  expect(await page.locator('code').innerText()).toBe(second.fingerprint);
  expect(scene.looks()).toBe(polls);
  await page.getByRole('button', { name: 'Trust this certificate' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await waitFor('a look', () => scene.looks() > polls);
  await scene.tooltip(/no backup running/);
});
