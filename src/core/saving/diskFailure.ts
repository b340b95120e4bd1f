import type { SaveFailure } from './order.ts';

type FolderFailure = Extract<SaveFailure, { of: 'folder' }>;

const reasons: ReadonlyMap<string, FolderFailure['why']> = new Map([
  ['ENOENT', 'missing'],
  ['ENOTDIR', 'missing'],
  // A share that is away, or a disk that was unplugged.
  ['ENODEV', 'missing'],
  ['ENXIO', 'missing'],
  ['ESTALE', 'missing'],
  ['ENOTCONN', 'missing'],
  ['EHOSTDOWN', 'missing'],
  ['EACCES', 'forbidden'],
  ['EPERM', 'forbidden'],
  ['EROFS', 'forbidden'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
]);

/** The failure behind the error code of a file system; what is unknown is a disk that cannot be written to (EIO). */
export function failureOfDisk(code: string): FolderFailure {
  return { of: 'folder', why: reasons.get(code) ?? 'unwritable' };
}
