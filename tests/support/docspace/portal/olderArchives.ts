import { day } from '../../../../src/core/base/time.ts';
import { type Archive, archiveName } from './job/archive.ts';

/** Four archives of the last weeks, in several storages; in the order of their ids they are not in that of time. */
export function olderArchives(now: number): Archive[] {
  const yesterday = now - day / 2;
  return [
    { ...madeAt(yesterday, '9c'), storage: 'DataStore', expiresAt: yesterday + day },
    { ...madeAt(now - 7 * day, '1f'), storage: 'ThirdPartyConsumer' },
    { ...madeAt(now - 14 * day, 'e4'), storage: 'Documents' },
    { ...madeAt(now - 21 * day, '55'), storage: 'Local' },
  ];
}

/** An archive that was made then; `mark`: two hexadecimal digits that no other one of its portal has. */
export function madeAt(createdAt: number, mark: string): Omit<Archive, 'storage'> {
  return {
    id: `${mark}000000-aaaa-4bbb-8ccc-dddddddddddd`,
    fileName: archiveName('acme', createdAt),
    createdAt,
  };
}
