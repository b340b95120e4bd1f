import type { BackupId } from '../../../src/core/backup/job.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { minute, second } from '../../../src/core/base/time.ts';
import { failureOfCode } from '../../../src/core/net/errorCodes.ts';
import type { SaveTo } from '../../../src/core/portal.ts';
import { candidateName } from '../../../src/core/saving/archiveFileName.ts';
import type { SaveFailure, SaveOrder, SaveProgress, SaveResult } from '../../../src/core/saving/order.ts';
import type { ArchiveSaver } from '../../../src/main/archive/archiveSaver.ts';
import type { DeleteArchive } from '../../../src/main/storage/deleteArchive.ts';
import type { Luck } from '../luck.ts';
import type { ArchiveDisk, ArchiveFile, ArchivePart } from '../world/archiveDisk.ts';
import type { SettlingClock } from '../world/settlingClock.ts';
import type { Carrier } from './carrier.ts';
import type { SavingWitness } from './savingWitness.ts';

/** How it saves wrong, to see whether the judge notices. */
export type SavingSabotage = 'lies' | 'savesTwice' | 'deletesAll' | 'leavesParts';

export type SaverParts = {
  time: SettlingClock;
  disk: ArchiveDisk;
  carrier: Carrier;
  witness: SavingWitness;
  luck: Luck;
  ruleOf: (portal: string) => SaveTo | undefined;
  isAlive: () => boolean;
  /** Something is about to be done to the disk: whether the application lives to do it. */
  lives: () => boolean;
  /** An archive was named, and nobody was told: whether the application lives on. */
  livesOn: () => boolean;
  sabotage: SavingSabotage | null;
};

/** A save on its way. `size`: in bytes; `step`: how many come at once, and how long that takes. */
type Save = {
  order: SaveOrder;
  task: string;
  part: ArchivePart;
  size: number;
  step: { bytes: number; time: number };
  hear: (progress: SaveProgress) => void;
  answer: (result: SaveResult, file?: ArchiveFile) => void;
  isOver: () => boolean;
};

const smallest = 10e6;
const largest = 30e9;
const slowest = 8e6;
const fastest = 60e6;
/** It comes in so many parts. */
const steps = 5;
/** What a machine that slept or a thread that hung leaves of a connection: nothing. */
const longestLate = minute;

/** Saves archives to the simulated disk, through whatever the weather is. It dies with its application. */
export class Saver implements ArchiveSaver {
  readonly #parts: SaverParts;
  readonly #running = new Map<string, { stop: () => void; ended: Promise<SaveResult> }>();

  constructor(parts: SaverParts) {
    this.#parts = parts;
  }

  readonly save: ArchiveSaver['save'] = async (order, _key, hear) => {
    const { time, luck, witness, carrier, isAlive, sabotage } = this.#parts;
    const name = nameOf(order);
    if (this.#running.has(name)) return fail({ of: 'stopped' });
    const { task } = carrier.follow(order.portal, order.link);
    let resolve = (_result: SaveResult): void => undefined;
    const ended = new Promise<SaveResult>((settle) => (resolve = settle));
    let isOver = false;
    const answer: Save['answer'] = (result, file) => {
      if (isOver || !isAlive()) return;
      isOver = true;
      this.#running.delete(name);
      witness.saveEnds(order);
      resolve(result);
      time.settle(() => {
        if (isAlive() && file !== undefined) witness.knows(file);
      });
    };
    const stop = (): void => time.soon(luck.stretch(5, 3 * second), () => answer(fail({ of: 'stopped' })));
    this.#running.set(name, { stop, ended });
    witness.saveBegins(order, task);
    if (sabotage === 'savesTwice') witness.saveBegins(order, task);
    time.soon(luck.stretch(50, 3 * second), () => {
      if (!isOver && isAlive())
        this.#begin({ order, task, hear, answer, isOver: () => isOver || !isAlive() });
    });
    return ended;
  };

  readonly stop: ArchiveSaver['stop'] = (portal, backup) =>
    this.#running.get(nameOf({ portal, backup }))?.stop();

  readonly deletePart: ArchiveSaver['deletePart'] = async (place) => {
    const { time, disk, lives } = this.#parts;
    time.settle();
    await this.#running.get(nameOf(place))?.ended;
    if (!lives()) return new Promise(() => undefined);
    if (!disk.canDelete(place.folder)) return false;
    disk.removePart(place);
    return true;
  };

  readonly deleteArchive: DeleteArchive = async (folder, { file, bytes }) => {
    const { time, disk, lives } = this.#parts;
    time.settle();
    if (!lives()) return new Promise(() => undefined);
    if (!disk.canDelete(folder)) return false;
    this.#delete(disk.remove(folder, file, bytes));
    return true;
  };

  /** Its application has ended: nothing that was on its way goes on. */
  readonly close = (): void => this.#running.clear();

  #begin(save: Omit<Save, 'part' | 'size' | 'step'>): void {
    const { disk, carrier, luck } = this.#parts;
    const { order, task, answer } = save;
    const failure = this.#failure(order);
    if (failure !== null) return answer(fail(failure));
    const { gives } = carrier.follow(order.portal, order.link);
    if (gives !== 'archive') return answer(fail({ of: 'link', why: gives }));
    if (!this.#parts.lives()) return;
    const part = disk.openPart(order, task);
    // Not every server gives the rest of a file.
    if (part.file === null && luck.happens(0.3)) part.bytes = 0;
    const size = Math.round(luck.fork(`size of ${task}`).stretch(smallest, largest));
    const bytes = Math.ceil((size - part.bytes) / steps);
    const step = { bytes, time: (bytes / luck.stretch(slowest, fastest)) * second };
    this.#receive(
      { ...save, part, size, step },
      luck.happens(0.12) ? Math.floor(luck.between(0, steps)) : -1,
    );
  }

  /** `breaksIn`: after so many more steps the connection breaks off; never below none. */
  #receive(save: Save, breaksIn: number): void {
    const { time, luck } = this.#parts;
    const { order, part, size, step, answer, hear } = save;
    if (part.bytes >= size) return this.#finish(save);
    const due = time.now() + step.time;
    time.soon(step.time, () => {
      if (save.isOver()) return;
      const isLate = time.now() > due + longestLate;
      const failure = this.#failure(order) ?? (isLate || breaksIn === 0 ? cut : null);
      if (failure !== null) {
        part.bytes = Math.max(1, Math.floor(part.bytes + step.bytes * luck.draw() * 0.99));
        return answer(fail(failure));
      }
      part.bytes = Math.min(size, part.bytes + step.bytes);
      hear({ stage: 'receiving', done: part.bytes, size });
      if (!save.isOver()) this.#receive(save, breaksIn - 1);
    });
  }

  #finish({ order, part, size, answer }: Save): void {
    const { disk, luck, lives, livesOn, witness, sabotage } = this.#parts;
    if (luck.happens(0.02) && part.file === null) {
      part.bytes = 0;
      return answer(fail({ of: 'size' }));
    }
    const isLie = sabotage === 'lies';
    const isSpoiled = luck.happens(0.04);
    // What was named before its application ended is what it was.
    const damaged = part.file?.damaged ?? isSpoiled;
    const contents = damaged ? ('damaged' as const) : contentsOf(size);
    const saved = (file: ArchiveFile): SaveResult =>
      succeed({ file: file.path, bytes: size, sha256: file.sha256, contents });
    if (!lives()) return;
    const called = (number: number): string => candidateName(order.name, damaged, number);
    const file = disk.name(part, called, { bytes: size, damaged });
    if (isLie) disk.remove(order.folder, file.path, size);
    else witness.names(file);
    if (sabotage === 'savesTwice') witness.names(disk.name({ ...part, file: null }, called, file));
    if (sabotage === 'deletesAll')
      for (const one of [...disk.files]) this.#delete(disk.remove(one.folder, one.path, one.bytes));
    if (!livesOn() || !lives()) return;
    if (sabotage !== 'leavesParts') disk.removePart(order);
    if (!livesOn() || !lives()) return;
    answer(saved(file), isLie ? undefined : file);
  }

  /** What is in the way of a save now. */
  #failure({ portal, folder }: SaveOrder): SaveFailure | null {
    const { disk, carrier, luck, witness } = this.#parts;
    const why = disk.trouble(folder);
    if (why !== null) witness.isHindered(portal);
    if (why !== null) return { of: 'folder', why };
    return carrier.breaksOff(portal, luck) ? cut : null;
  }

  #delete(file: ArchiveFile | null): void {
    const { witness, ruleOf } = this.#parts;
    if (file !== null) witness.deletes(file, ruleOf(file.portal));
  }
}

const cut: SaveFailure = { of: 'network', failure: failureOfCode('UND_ERR_SOCKET') };

function contentsOf(size: number) {
  return { files: Math.ceil(size / 1e5), bytes: size * 2, databases: true, storage: true, missing: 0 };
}

function nameOf({ portal, backup }: { portal: string; backup: BackupId }): string {
  return `${portal} ${backup.scope} ${backup.job}`;
}
