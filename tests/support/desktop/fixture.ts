import { join } from 'node:path';
import { startApplication } from './application.ts';
import type { Child } from './child.ts';
import type { Desktop } from './desktop.ts';
import { StatusNotifierHost } from './statusNotifierHost.ts';
import type { TrayItem } from './trayItem.ts';
import { waitFor } from './waitFor.ts';

/** The folder of the small application these rooms are tried on. */
export const fixture = join(import.meta.dirname, 'fixture');

/** The fixture, running, with its item in a tray. */
export type RunningFixture = { host: StatusNotifierHost; application: Child; item: TrayItem };

/** Starts the fixture on a desktop, which is given a tray unless it has one, and waits until it is ready. */
export async function startFixture(desktop: Desktop, tray?: StatusNotifierHost): Promise<RunningFixture> {
  const host = tray ?? (await StatusNotifierHost.open(desktop));
  const application = await startApplication(desktop, { project: fixture });
  const item = await application.until('an item in the tray', () => host.tray.items[0]);
  await expectTooltip(item, 'Fixture: ready');
  return { host, application, item };
}

/** Waits until an item shows a tooltip. */
export async function expectTooltip(item: TrayItem, text: string): Promise<void> {
  let last = '';
  await waitFor(
    () => `the tooltip "${text}" (it is "${last}")`,
    async () => (last = await item.tooltip()) === text,
  );
}
