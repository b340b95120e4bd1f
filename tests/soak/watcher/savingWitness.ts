import type { SaveTo } from '../../../src/core/portal.ts';
import type { SaveOrder } from '../../../src/core/saving/order.ts';
import type { ArchiveFile } from '../world/archiveDisk.ts';

/** Somebody who stands beside the application and notes what becomes of archives on the disk, and what its user wants. */
export type SavingWitness = {
  /** A save begins; `task`: of which backup its link really is. */
  saveBegins: (order: SaveOrder, task: string) => void;
  saveEnds: (order: SaveOrder) => void;
  /** A folder did not take it. */
  isHindered: (portal: string) => void;
  /** An archive got its final name. */
  names: (file: ArchiveFile) => void;
  /** The application was told so, and lived to save it. */
  knows: (file: ArchiveFile) => void;
  /** An archive was deleted; `rule`: what its portal's archives are to be saved by. */
  deletes: (file: ArchiveFile, rule: SaveTo | undefined) => void;
  /** Its user wants this backup's archive, or does not want it any more. */
  wantsByHand: (portal: string, task: string) => void;
  stops: (portal: string, task: string) => void;
};
