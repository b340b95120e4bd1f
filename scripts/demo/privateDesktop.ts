import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { startApplication } from '../../tests/support/desktop/application.ts';
import { installBrowser } from '../../tests/support/desktop/browser.ts';
import { Desktop } from '../../tests/support/desktop/desktop.ts';
import { driveApplication } from '../../tests/support/desktop/drivenApplication.ts';
import { Keyring } from '../../tests/support/desktop/keyring.ts';
import { followNotifications } from '../../tests/support/desktop/notificationMonitor.ts';
import { Panel } from '../../tests/support/desktop/panel.ts';
import { around, centre, type Region } from '../../tests/support/desktop/region.ts';
import { waitFor } from '../../tests/support/desktop/waitFor.ts';
import type { Portal } from '../../tests/support/docspace/portal/portal.ts';
import { narrateTray, tell } from './narrator.ts';
import { addPortal, startBackup } from './user.ts';

const output = 'demo-output';
const longestWait = 90_000;

/**
 * The whole job without a display: on a private X server and session bus, with a real panel and a real notification
 * server. Whether a click on the real notification really opened the link.
 */
export async function runOnPrivateDesktop(portal: Portal): Promise<boolean> {
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  // 24-hour times, as most of the world writes them.
  await using desktop = await Desktop.open({ env: { LC_ALL: 'en_GB.UTF-8' } });
  const panel = await Panel.open(desktop);
  await Keyring.open(desktop);
  const browser = await installBrowser(desktop);
  const seen = new Set<string>();
  const notifications: string[] = [];
  await narrateTray(await desktop.connect(), (_tooltip, frame) => seen.add(frame));
  const leave = await followNotifications(desktop.sessionBus.address, {
    onNotification: ({ summary, body, actions }) => {
      notifications.push(summary);
      tell(
        'notification',
        [summary, body, `[${Object.values(actions).filter(Boolean).join('] [')}]`].join('\n'),
      );
    },
    onAction: (_id, action) => tell('click', `on the notification's button ${action}`),
  });
  desktop.onStop(leave);

  const application = await driveApplication(desktop);
  const page = await application.page();
  const photograph = async (name: string, region?: Region): Promise<void> =>
    panel.screen.photograph(path.join(output, `${name}.png`), region);
  await page.getByRole('button', { name: 'Add portal' }).waitFor();
  await photograph('1-first-start');
  await addPortal(page, portal, async () => photograph('2-connected'));
  await startBackup(page, portal);

  await waitFor('the backup half way', () => [...seen].some(isHalfWay), { timeout: longestWait });
  const icon = await panel.trayIcon();
  await panel.screen.hover(centre(icon));
  const tooltip = await panel.trayPopup();
  await photograph('3-running');
  await photograph('3-running-tray', joined(icon, tooltip));
  await panel.screen.hover({ x: 640, y: 700 });
  await page.screenshot({ path: path.join(output, '3-running-window.png') });
  // The window goes before the key can be answered.
  await page.keyboard.press('Escape').catch(() => undefined);
  tell('window', 'closed: from here on there is only the tray');

  await waitFor('the plateau', () => seen.has('uploading'), { timeout: longestWait });
  await photograph('4-uploading-tray', around(icon, 12));
  await waitFor('the notification', () => notifications.at(0), { timeout: longestWait });
  const bubble = await panel.bubble();
  await photograph('5-finished');
  await photograph('5-finished-notification', around(bubble, 12));
  await panel.clickBubbleButton(0);
  const opened = await browser.address();
  tell('opened', opened);

  await startApplication(desktop);
  tell('window', 'opened by a second launch');
  const again = await application.page();
  await again.getByRole('button', { name: 'Open link' }).waitFor();
  await photograph('6-window');
  await again.screenshot({ path: path.join(output, '6-window-only.png') });
  await application.stop();
  tell('pictures', `${output}/`);
  return opened.startsWith(`${portal.origin}/storage/backup/`);
}

function isHalfWay(frame: string): boolean {
  return frame.startsWith('running-') && Number(frame.slice('running-'.length)) >= 40;
}

/** A region that holds both. */
function joined(one: Region, other: Region): Region {
  const x = Math.min(one.x, other.x) - 12;
  const y = Math.min(one.y, other.y);
  const right = Math.max(one.x + one.width, other.x + other.width) + 12;
  const bottom = Math.max(one.y + one.height, other.y + other.height) + 12;
  return { x, y, width: right - x, height: bottom - y };
}
