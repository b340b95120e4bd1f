import type { BackupId } from '../backup/job.ts';
import { isSameBackup, type WantedSave } from './wanted.ts';

/** What may have come of an archive that was given up: a part of it in that folder. */
export type Leftover = {
  backup: BackupId;
  folder: string;
  /** It is not tried to be deleted before. Epoch milliseconds. */
  tryAt: number;
};

type Place = Pick<WantedSave, 'backup' | 'folder'>;

/** Of more of them the oldest are forgotten: their parts stay where they are. */
export const mostLeftovers = 16;

/** These are not wanted there any more. */
export function leaveBehind(leftovers: readonly Leftover[], places: readonly Place[]): Leftover[] {
  const left = places.map(({ backup, folder }) => ({ backup, folder, tryAt: 0 }));
  return [...withoutPlaces(leftovers, places), ...left].slice(-mostLeftovers);
}

/** These are wanted there again, and begin with what has come; or nothing is left of them. */
export function withoutPlaces(leftovers: readonly Leftover[], places: readonly Place[]): Leftover[] {
  return leftovers.filter((one) => !places.some((place) => isSamePlace(place, one)));
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.folder === other.folder && isSameBackup(one.backup, other.backup);
}
