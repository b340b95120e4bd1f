import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright';
import { canSandbox } from '../setup/sandbox.mjs';
import { Bus } from '../../tests/support/desktop/bus.ts';
import { followNotifications } from '../../tests/support/desktop/notificationMonitor.ts';
import { waitFor } from '../../tests/support/desktop/waitFor.ts';
import type { Portal } from '../../tests/support/docspace/portal/portal.ts';
import { narrateTray, tell } from './narrator.ts';
import { addPortal, startBackup } from './user.ts';

const wholeBackup = 90_000;
const longestWait = 60_000;

/** The whole job on the user's own desktop: look at the tray, and click the notification within a minute. */
export async function runOnOwnDesktop(portal: Portal): Promise<boolean> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'keepwatch-demo-'));
  let clicked = false;
  const leave = await narrateDesktop(() => {
    clicked = true;
  });
  const executable = process.env['ELECTRON_EXEC_PATH'] ?? 'electron';
  const application = await _electron.launch({
    executablePath: executable,
    args: ['.', `--user-data-dir=${folder}`],
    chromiumSandbox: canSandbox(executable),
  });
  try {
    const page = await application.firstWindow();
    await addPortal(page, portal, async () => undefined);
    await startBackup(page, portal);
    await page.getByRole('button', { name: 'Open link' }).waitFor({ timeout: wholeBackup });
    tell(
      'window',
      'Backup finished. Click the notification, or "Open link" in the window or the tray’s menu.',
    );
    // The browser asks for the link, whichever way it was opened.
    const isOpened = (): boolean =>
      clicked || portal.requests.some((request) => request.path.startsWith('/storage/'));
    const opened = await waitFor('a click that opens the link', isOpened, { timeout: longestWait }).catch(
      () => false,
    );
    tell(
      'end',
      opened ? 'the link was opened in your browser' : 'nobody clicked within a minute; that is all',
    );
    return true;
  } finally {
    await application.close();
    leave();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the desktop shows, where it has a session bus to hear it on. */
async function narrateDesktop(clicked: () => void): Promise<() => void> {
  const address = process.env['DBUS_SESSION_BUS_ADDRESS'];
  if (process.platform !== 'linux' || address === undefined) return () => undefined;
  const bus = await Bus.open(address);
  await narrateTray(bus, () => undefined);
  // Not every desktop lets anybody listen to its notifications.
  const leave = await followNotifications(address, {
    onNotification: ({ appName, summary, body }) => {
      if (appName === 'Keepwatch') tell('notification', `${summary}\n${body}`);
    },
    onAction: clicked,
  }).catch(() => () => undefined);
  return () => {
    bus.close();
    leave();
  };
}
