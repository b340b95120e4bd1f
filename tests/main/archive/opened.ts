import { createHash } from 'node:crypto';
import type { SaveOrder, SaveResult } from '../../../src/core/saving/order.ts';
import { backupArchive } from '../../support/archive/backups.ts';
import { type HowToSave, orderOf, saveHere } from '../../support/archive/saves.ts';
import { openPortal } from '../../support/docspace/openPortal.ts';
import { stallAfter } from '../../support/docspace/portal/misbehaviour/downloads.ts';
import type { PortalOptions } from '../../support/docspace/portal/portal.ts';
import { download } from '../../support/docspace/portal/scenarios/downloads.ts';
import { keyOf } from '../../support/keyOf.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';

/** A portal with a finished backup, and a folder to save it into. */
export type Opened = {
  portal: Awaited<ReturnType<typeof openPortal>>;
  folder: string;
  order: SaveOrder;
  name: string;
  save: (how?: HowToSave) => Promise<SaveResult>;
};

/** What the portal's backups are. */
export const archive: Buffer = await backupArchive();

export async function portalWith(more: Partial<PortalOptions> = {}): Promise<Opened> {
  const portal = await openPortal({ scenario: download, archive, ...more });
  const folder = temporaryFolder();
  const order = orderOf(portal, folder);
  const key = keyOf(portal.key);
  return {
    portal,
    folder,
    order,
    name: order.name,
    save: async (how) => saveHere(orderOf(portal, folder), { key, ...how }),
  };
}

/** Saves until so many bytes have come, when the connection is cut. */
export async function breakOff({ portal, save }: Opened, bytes: number): Promise<SaveResult> {
  const end = portal.misbehave(stallAfter(bytes), { path: '/storage/', times: 1 });
  return save({
    tell: ({ done }) => {
      if (done === bytes) end();
    },
  });
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The ranges that were asked for, in order; null for the whole file. */
export function ranges({ requests }: Opened['portal']): (string | null)[] {
  return requests
    .filter(({ path }) => path.startsWith('/storage/'))
    .map(({ headers }) => headers.range ?? null);
}
