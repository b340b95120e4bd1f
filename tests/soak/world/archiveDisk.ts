import type { BackupId } from '../../../src/core/backup/job.ts';
import { day, hour, minute, second } from '../../../src/core/base/time.ts';
import type { Scope } from '../../../src/core/docspace/request.ts';
import type { FolderTrouble } from '../../../src/core/saving/order.ts';
import type { SimulatedClock } from '../../support/time/simulatedClock.ts';
import type { Luck } from '../luck.ts';
import { folders } from './saveRules.ts';

/** An archive with its final name, and the backup that it really is of. */
export type ArchiveFile = {
  path: string;
  folder: string;
  portal: string;
  scope: Scope;
  task: string;
  bytes: number;
  sha256: string;
  damaged: boolean;
};

/** What has come of an archive. `file`: it has its final name too, and only this one is to be taken away. */
export type ArchivePart = {
  portal: string;
  backup: BackupId;
  task: string;
  folder: string;
  bytes: number;
  file: ArchiveFile | null;
};

type Place = Pick<ArchivePart, 'portal' | 'backup' | 'folder'>;

const troubleEach = 1.5 * day;
const troubles: readonly FolderTrouble[] = ['missing', 'full', 'forbidden', 'unwritable'];

/** The folders of the machine, and the archives in them: they outlive whoever wrote them. */
export class ArchiveDisk {
  readonly files: ArchiveFile[] = [];
  parts: ArchivePart[] = [];
  readonly #troubles = new Map<string, FolderTrouble>();

  constructor(
    time: SimulatedClock,
    { from, to }: { from: number; to: number },
    luck: Luck,
    note: (text: string) => void,
  ) {
    for (const folder of folders) {
      const own = luck.fork(folder);
      for (let at = from; at < to;) {
        at += -Math.log(1 - own.draw()) * troubleEach;
        const length = own.stretch(minute, 10 * hour);
        const trouble = own.pick(troubles);
        if (at >= to) break;
        time.at(at, () => {
          this.#troubles.set(folder, trouble);
          note(`${folder} is ${trouble} for ${Math.round(length / second)} s`);
        });
        at += length;
        time.at(Math.min(at, to), () => this.#troubles.delete(folder));
      }
    }
  }

  trouble(folder: string): FolderTrouble | null {
    return this.#troubles.get(folder) ?? null;
  }

  /** What lies in it can be deleted: also where there is no room for more. */
  canDelete(folder: string): boolean {
    const trouble = this.trouble(folder);
    return trouble === null || trouble === 'full';
  }

  partOf(place: Place): ArchivePart | undefined {
    return this.parts.find((part) => isAt(part, place));
  }

  openPart(place: Place, task: string): ArchivePart {
    const known = this.partOf(place);
    if (known !== undefined) return known;
    const { portal, backup, folder } = place;
    const part = { portal, backup, task, folder, bytes: 0, file: null };
    this.parts.push(part);
    return part;
  }

  removePart(place: Place): void {
    this.parts = this.parts.filter((part) => !isAt(part, place));
  }

  /** Gives a part its final name, which no other file has; the part is still there. */
  name(
    part: ArchivePart,
    called: (number: number) => string,
    found: Pick<ArchiveFile, 'bytes' | 'damaged'>,
  ): ArchiveFile {
    if (part.file !== null && this.files.includes(part.file)) return part.file;
    const { folder, portal, backup, task } = part;
    let number = 1;
    const path = (): string => `${folder}/${called(number)}`;
    while (this.files.some((file) => file.path === path())) number += 1;
    const sha256 = (this.files.length + 1).toString(16).padStart(64, '0');
    const file = { path: path(), folder, portal, scope: backup.scope, task, sha256, ...found };
    this.files.push(file);
    part.file = file;
    return file;
  }

  /** Deletes a file that is right there and of that length. Gives it; null where there is none. */
  remove(folder: string, path: string, bytes: number): ArchiveFile | null {
    const index = this.files.findIndex(
      (file) => file.path === path && file.folder === folder && file.bytes === bytes,
    );
    return index < 0 ? null : (this.files.splice(index, 1)[0] ?? null);
  }
}

function isAt(part: ArchivePart, { portal, backup, folder }: Place): boolean {
  return (
    part.portal === portal &&
    part.folder === folder &&
    part.backup.scope === backup.scope &&
    part.backup.job === backup.job
  );
}
