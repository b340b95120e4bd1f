import { isRecord, parseJson } from '../json.ts';
import { readStorageType, type StorageType } from './storageType.ts';

/** What `startbackup` is asked for. */
export type Order = { storage: StorageType; params: Map<string, string>; dump: boolean };

/** Reads BackupDto; undefined where the server could not bind it. `storageParams` is a list of pairs in requests. */
export function readOrder(body: string): Order | undefined {
  const order = parseJson(body);
  if (!isRecord(order)) return undefined;
  const storage = readStorageType(order['storageType'] ?? 'Documents');
  const pairs = order['storageParams'] ?? [];
  const dump = order['dump'] ?? false;
  if (storage === undefined || !Array.isArray(pairs) || typeof dump !== 'boolean') return undefined;
  const params = new Map<string, string>();
  for (const pair of pairs) {
    if (!isRecord(pair)) return undefined;
    params.set(String(pair['key']), String(pair['value']));
  }
  return { storage, params, dump };
}
