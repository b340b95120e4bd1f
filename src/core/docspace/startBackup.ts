import type { Scope } from './request.ts';

/** Where the archive of a backup is to go, as DocSpace takes it: BackupStorageType, and what that needs. */
export type BackupTarget = { storageType: number; params: Record<string, string> };

/** DocSpace's temporary storage, which keeps an archive for a day. BackupStorageType DataStore, server 3.7.2. */
export const temporaryStorage: BackupTarget = { storageType: 4, params: {} };

/** The body that `startbackup` takes (BackupDto). In requests the parameters are a list of pairs, in answers an object. */
export function startBody(scope: Scope, { storageType, params }: BackupTarget): string {
  const storageParams = Object.entries(params).map(([key, value]) => ({ key, value }));
  return JSON.stringify({ storageType, storageParams, dump: scope === 'server' });
}
