import { waitFor } from '../../../tests/support/desktop/waitFor.ts';
import { Lacking } from '../step.ts';
import type { Visit } from '../visit.ts';

/** Fails where the shell has no tray at all. */
export function requireTray({ shell }: Visit): void {
  if (shell.tray === 'none') throw new Lacking('no tray');
}

/** Lets a backup begin at the portal, and the application see it; the window is open afterwards. */
export async function beginBackup(visit: Visit): Promise<void> {
  const { portal } = visit.scene;
  portal.startBackup({ waiting: 0, archive: 60, plateau: 10 });
  portal.clock.pass(30_000);
  const page = await visit.openWindow();
  await page.getByRole('button', { name: 'Check now' }).first().click();
  await page.getByRole('progressbar').first().waitFor();
  visit.backupRuns = true;
}

/** Lets the backup that runs end; the application sees that by itself. */
export async function endBackup(visit: Visit): Promise<void> {
  const { scene } = visit;
  const before = scene.looks();
  visit.backupRuns = false;
  scene.portal.clock.pass(60_000);
  await waitFor('a look at the portal', () => scene.looks() > before);
}
