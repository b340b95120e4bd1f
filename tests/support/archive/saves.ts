import type { Key } from '../../../src/core/docspace/authorization.ts';
import { archiveFileName } from '../../../src/core/saving/archiveFileName.ts';
import type { SaveOrder, SaveProgress, SaveResult } from '../../../src/core/saving/order.ts';
import { createArchiveReader } from '../../../src/main/archive/archiveReader.ts';
import { saveArchive } from '../../../src/main/archive/saveArchive.ts';
import { createArchiveSource } from '../../../src/main/network/archiveSource.ts';
import type { ProxyResolver } from '../../../src/main/network/proxyResolver.ts';
import { type Timeouts, usualTimeouts } from '../../../src/main/network/timeouts.ts';
import { createTlsOptions } from '../../../src/main/network/tls.ts';
import { isRecord } from '../docspace/json.ts';
import type { Portal } from '../docspace/portal/portal.ts';
import { showProgress } from '../docspace/portal/routes/progress.ts';
import { keyOf } from '../keyOf.ts';
import { directOnly } from '../network/direct.ts';

/** The link of the portal's last backup, as the core resolves it. */
function linkOf({ world, origin }: Portal): string {
  const progress = showProgress(world.backups.current(), world.backups, world);
  return new URL(isRecord(progress) ? String(progress['link']) : '', origin).href;
}

/** The order to save the portal's last backup into a folder. */
export function orderOf(portal: Portal, folder: string, more: Partial<SaveOrder> = {}): SaveOrder {
  const link = more.link ?? linkOf(portal);
  return {
    portal: 'acme',
    backup: { scope: 'portal', job: 'task-1' },
    origin: portal.origin,
    certificate: null,
    link,
    folder,
    name: archiveFileName(link),
    ...more,
  };
}

/** How a save is made in a test. */
export type HowToSave = {
  key?: Key | null;
  timeouts?: Partial<Timeouts>;
  proxyResolver?: ProxyResolver;
  tell?: (progress: SaveProgress) => void;
  signal?: AbortSignal;
  now?: () => number;
};

/** Does what the thread of a save does, in this one: many of them take little time. */
export async function saveHere(order: SaveOrder, how: HowToSave = {}): Promise<SaveResult> {
  const { key = keyOf('sk-0123456789'), timeouts, proxyResolver = directOnly } = how;
  return saveArchive(order, key, {
    source: createArchiveSource(
      'Keepwatch/test',
      { ...usualTimeouts, ...timeouts },
      proxyResolver,
      createTlsOptions(),
    ),
    openReader: createArchiveReader,
    now: how.now ?? Date.now,
    tell: how.tell ?? (() => undefined),
    signal: how.signal ?? new AbortController().signal,
  });
}
