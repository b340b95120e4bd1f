import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startApplication } from '../support/desktop/application.ts';
import { driveApplication } from '../support/desktop/drivenApplication.ts';
import { openPort, reachWindow } from '../support/desktop/openPort.ts';
import { packaged } from '../support/desktop/packaged.ts';
import { Scene } from '../desktop/scene.ts';
import { packages } from './packages.ts';

const { version } = await packages();

test('what ships runs no code but its own, whatever it is started with', async () => {
  await using scene = await Scene.open();
  const proof = join(scene.desktop.folder, 'proof');
  const intruder = join(scene.desktop.folder, 'intruder.cjs');
  writeFileSync(intruder, `require('node:fs').writeFileSync(${JSON.stringify(proof)}, '')`);
  const application = await startApplication(scene.desktop, {
    executable: packaged.shipped,
    args: [openPort, '--inspect=0', `--require=${intruder}`],
    env: { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require=${intruder}` },
  });
  const page = await reachWindow(scene.desktop, application);
  await page.getByRole('button', { name: 'Add portal' }).waitFor();
  expect(existsSync(proof)).toBe(false);
  expect(application.stderr).not.toContain('Debugger listening');
});

test('the copy for tests is driven as the application itself, and says in its settings what it is', async () => {
  await using scene = await Scene.open();
  const application = await driveApplication(scene.desktop, { executable: packaged.driven });
  // While it starts, what is asked of its main process may be collected as garbage before it is answered.
  const page = await application.page();
  expect(await application.electron.evaluate(({ app }) => [app.isPackaged, app.getVersion()])).toEqual([
    true,
    version,
  ]);
  await page.getByRole('button', { name: 'Settings' }).click();
  const line = version.includes('-') ? `${version}: a test build, not a release` : version;
  await page.getByText(`Keepwatch ${line}`, { exact: true }).waitFor();
});
