import type { BackupId } from '../../../src/core/backup/job.ts';
import { hour, minute } from '../../../src/core/base/time.ts';
import { isCared } from '../../../src/core/status/savingStatus.ts';
import { downloadOf } from '../../../src/core/watch/download.ts';
import type { Watch } from '../../../src/core/watch/watch.ts';
import { folders } from '../world/saveRules.ts';
import type { OwnerParts } from './owner.ts';

type Parts = OwnerParts;

type Wish = (parts: Parts) => void;

const pauseBetween = 3 * hour;

// What somebody wants of the archives, now and then.
const wishes: ReadonlyArray<readonly [weight: number, wish: Wish]> = [
  [4, save],
  [2, stop],
  [3, retry],
  [1, chooseFolder],
  [2, killNaming],
];

/** Lets the owner press the buttons that are about archives, beside all else that they do. */
export function wantArchives(owner: OwnerParts): void {
  const parts = { ...owner, luck: owner.luck.fork('archives') };
  const { time, luck, until } = parts;
  const next = (): void => {
    if (time.now() >= until) return;
    if (!time.asleep) luck.weigh(wishes)(parts);
    time.at(time.now() + minute - Math.log(1 - luck.draw()) * pauseBetween, next);
  };
  time.at(time.now() + luck.stretch(minute, 3 * hour), next);
}

/** "Save archive" is offered of a backup whose link works, and whose archive is neither there nor on its way. */
function save({ machine, luck, time, note, judge }: Parts): void {
  const offered = watchesOf(machine).flatMap((watch) =>
    watch.portal.scopes.flatMap((scope) => {
      const { ending } = watch.jobs[scope];
      // Which backup it was, nobody could tell where the server names none.
      if (ending === null || ending.task === null) return [];
      const backup = { scope, job: ending.job };
      const isOffered = downloadOf(watch, backup, time.wall()) !== null && !isCared(watch.saving, backup);
      return isOffered ? [{ watch, backup, task: ending.task }] : [];
    }),
  );
  if (machine.process === null || offered.length === 0) return;
  const { watch, backup, task } = luck.pick(offered);
  const { id, saveTo } = watch.portal;
  const wants = (): void => {
    judge.uses(task);
    judge.saves.wantsByHand(id, task);
  };
  note(`"Save archive" of ${task}`);
  answer({ machine, luck }, wants);
  if (machine.press({ type: 'saveArchive', portal: id, backup }) && saveTo !== undefined) wants();
}

function stop({ machine, luck, note, judge }: Parts): void {
  const wanted = wantedOf(machine);
  if (wanted.length === 0) return;
  const { watch, backup } = luck.pick(wanted);
  note(`"Stop saving" of ${backup.job}`);
  judge.saves.stops(watch.portal.id, backup.job);
  machine.press({ type: 'stopSaving', portal: watch.portal.id, backup });
}

function retry({ machine, luck, note }: Parts): void {
  const wanted = wantedOf(machine);
  if (wanted.length === 0) return;
  const { portal } = luck.pick(wanted).watch;
  note(`"Try again" at ${portal.id}`);
  machine.press({ type: 'retrySaving', portal: portal.id });
}

function chooseFolder({ machine, luck, note }: Parts): void {
  const portals = watchesOf(machine).filter(({ portal }) => portal.saveTo !== undefined);
  if (portals.length === 0) return;
  const { portal } = luck.pick(portals);
  answer({ machine, luck }, () => undefined);
  note(`"Change folder" of ${portal.id}, to ${machine.folder}`);
  machine.press({ type: 'chooseFolder', portal: portal.id });
}

/** Killed between naming an archive and telling of it. */
function killNaming({ machine }: Parts): void {
  if (machine.process !== null) machine.process.diesNaming = true;
}

/** What is answered when a folder is asked for; sometimes nothing. */
function answer({ machine, luck }: Pick<Parts, 'machine' | 'luck'>, then: () => void): void {
  machine.folder = luck.happens(0.2) ? null : luck.pick(folders);
  if (machine.process !== null) machine.process.onFolder = then;
}

function watchesOf(machine: Parts['machine']): Watch[] {
  return machine.process?.state.watches ?? [];
}

function wantedOf(machine: Parts['machine']): Array<{ watch: Watch; backup: BackupId }> {
  return watchesOf(machine).flatMap((watch) => watch.saving.wanted.map(({ backup }) => ({ watch, backup })));
}
