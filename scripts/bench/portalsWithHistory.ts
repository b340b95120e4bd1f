import { day } from '../../src/core/base/time.ts';
import type { Scene } from '../../tests/desktop/scene.ts';
import { madeAt } from '../../tests/support/docspace/portal/olderArchives.ts';
import { type Portal, startPortal } from '../../tests/support/docspace/portal/portal.ts';
import type { World } from '../../tests/support/docspace/portal/world.ts';

const names = ['Acme', 'Globex', 'Initech'];

/** Three portals, each backed up every night of the last month; they end with the scene. */
export async function startPortalsWithHistory({ desktop, portal }: Scene): Promise<Portal[]> {
  const { clock } = portal;
  const portals: Portal[] = [];
  for (const name of names) {
    const started = await startPortal({
      name,
      clock,
      schedule: () => ({ storage: 'Documents', period: 'EveryDay', hour: 3, day: 0 }),
    });
    desktop.onStop(async () => started.close());
    fillHistory(started.world, clock.now());
    portals.push(started);
  }
  return portals;
}

function fillHistory({ backups }: World, now: number): void {
  const lastNight = Math.floor(now / day) * day + (3 * day) / 24;
  for (let nights = 0; nights < 30; nights += 1) {
    const mark = String(nights).padStart(2, '0');
    backups.olderArchives.push({ ...madeAt(lastNight - nights * day, mark), storage: 'Documents' });
  }
}
