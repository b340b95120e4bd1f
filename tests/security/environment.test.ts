import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeCertificate } from '../support/docspace/certificates.ts';
import { driveApplication } from '../support/desktop/drivenApplication.ts';
import { ordinaryUser } from '../support/desktop/ordinaryUser.ts';
import { Scene } from '../desktop/scene.ts';

// What somebody has set for other programs, in the environment or as switches of Chromium.

/** Variables and switches that would weaken it; `folder`: where keys of connections would be written down. */
function weakening(folder: string) {
  return {
    env: {
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
      SSLKEYLOGFILE: join(folder, 'variable.keys'),
      // Of a company, or of a stranger: it says whom Node trusts beside the others, and waives nothing.
      NODE_EXTRA_CA_CERTS: join(folder, 'nobody.pem'),
    },
    args: [
      '--ignore-certificate-errors',
      `--ssl-key-log-file=${join(folder, 'switch.keys')}`,
      '--host-resolver-rules=MAP * 127.0.0.1',
      '--disable-web-security',
      '--allow-running-insecure-content',
    ],
  };
}

test('no variable and no switch lets a key go to a stranger, or a page further than it may', async () => {
  await using scene = await Scene.open({ portal: { tls: await makeCertificate() } });
  const { folder } = scene.desktop;
  const { env, args } = weakening(folder);
  const application = await driveApplication(scene.desktop, { env, args });
  const page = await application.page();
  await page.getByRole('button', { name: 'Add portal' }).click();
  await page.getByRole('textbox', { name: 'Portal address' }).fill(scene.portal.origin);
  await page.getByRole('textbox', { name: 'API key' }).fill(scene.portal.key);
  await page.getByRole('button', { name: 'Connect' }).click();
  await page.getByText('This certificate is not trusted').waitFor();
  expect(scene.portal.requests).toEqual([]);

  const left = await application.electron.evaluate(
    ({ app }, { variables, switches }) => ({
      variables: variables.filter((name) => process.env[name] !== undefined),
      switches: switches.filter((name) => app.commandLine.hasSwitch(name)),
    }),
    {
      variables: ['NODE_TLS_REJECT_UNAUTHORIZED', 'SSLKEYLOGFILE'],
      switches: args.map((argument) => argument.replace(/^--|=.*$/g, '')),
    },
  );
  expect(left).toEqual({ variables: [], switches: [] });
  for (const name of ['variable.keys', 'switch.keys']) expect(existsSync(join(folder, name))).toBe(false);
});

test('a window without Chromium’s sandbox says so, where it could have one', async () => {
  await using scene = await Scene.open({ desktop: { account: ordinaryUser } });
  const said = [];
  for (const args of [['--no-sandbox'], []]) {
    const application = await driveApplication(scene.desktop, { args });
    const page = await application.page();
    await page.getByRole('button', { name: 'Add portal' }).waitFor();
    said.push(await page.getByText('runs without Chromium’s sandbox').count());
    await application.stop();
  }
  expect(said).toEqual([1, 0]);
});
