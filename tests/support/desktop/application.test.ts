import { expect, test } from 'vitest';
import { startApplication } from './application.ts';
import { Desktop } from './desktop.ts';
import { driveApplication } from './drivenApplication.ts';
import { expectTooltip, fixture, startFixture } from './fixture.ts';
import { ordinaryUser } from './ordinaryUser.ts';
import { commandLine, processStatus, processTree } from './processTree.ts';
import { StatusNotifierHost } from './statusNotifierHost.ts';
import { waitFor } from './waitFor.ts';

test('a second launch ends by itself, and the first one hears of it', async () => {
  await using desktop = await Desktop.open({ systemBus: false });
  const { application, item } = await startFixture(desktop);

  const second = await startApplication(desktop, { project: fixture });
  expect(await second.exited).toEqual({ code: 0, signal: null });
  await expectTooltip(item, 'Fixture: started again');
  expect(application.exit).toBeUndefined();
});

test('it can be killed, and asked to end', async () => {
  await using desktop = await Desktop.open({ systemBus: false });
  const { application } = await startFixture(desktop);

  application.kill();
  expect(await application.exited).toEqual({ code: null, signal: 'SIGKILL' });
  const next = await startApplication(desktop, { project: fixture });
  await next.until('its first word', () => next.stdout.includes('ready'));
  expect(await next.stop()).toEqual({ code: 0, signal: null });
});

test('it does not outlive its X server', async () => {
  await using desktop = await Desktop.open({ systemBus: false });
  const { application } = await startFixture(desktop);

  desktop.displayServer.child.kill();
  expect((await application.exited).signal ?? 'an exit').not.toBe('SIGKILL');
});

test('Playwright reaches into its windows', async () => {
  await using desktop = await Desktop.open({ systemBus: false });
  const host = await StatusNotifierHost.open(desktop);
  const application = await driveApplication(desktop, { project: fixture });
  const item = await host.tray.item();
  await expectTooltip(item, 'Fixture: ready');
  expect(application.openPages()).toEqual([]);

  await item.clickMenu('Open window');
  const page = await application.page();
  expect(await page.title()).toBe('Fixture');
  expect(await page.getByRole('heading').textContent()).toBe('The window of the fixture');
  expect(commandLine(application.pid)).toContain('--remote-debugging-port');

  await item.clickMenu('Quit');
  await waitFor('its end', () => commandLine(application.pid) === '');
});

function isWindow(pid: number): boolean {
  return commandLine(pid).includes('--type=renderer');
}

test.skipIf(process.getuid?.() !== 0)(
  "an ordinary user's application runs in Chromium's sandbox",
  async () => {
    await using desktop = await Desktop.open({ systemBus: false, account: ordinaryUser });
    const { application, item } = await startFixture(desktop);

    expect(processStatus(application.pid)).toMatch(/^Uid:\t65534\t65534/mu);
    expect(commandLine(application.pid)).not.toContain('--no-sandbox');
    await item.clickMenu('Open window');
    // 2: a filter decides over every system call the process makes.
    const inSandbox = (pid: number): boolean => /^Seccomp:\t2/mu.test(processStatus(pid));
    await waitFor('a window in the sandbox', () =>
      processTree(application.pid).some((pid) => isWindow(pid) && inSandbox(pid)),
    );
  },
);
