import { assertNever } from '../base/result.ts';
import type { BackupId } from '../backup/job.ts';
import type { Effect } from '../effect.ts';
import type { Command } from '../event.ts';
import type { SaveTo } from '../portal.ts';
import { isGoing, moveWanted, trySoon } from '../saving/saving.ts';
import { isSameBackup, type WantedSave } from '../saving/wanted.ts';
import { writtenOf } from '../saving/written.ts';
import type { State } from '../state.ts';
import { downloadOf } from '../watch/download.ts';
import type { Watch } from '../watch/watch.ts';
import { openPage } from './openPage.ts';
import { stepPortal } from './portals.ts';
import { type Moment, noEffects, replaceWatch, type Step, withEffects } from './step.ts';
import { markBackupSeen } from './visible.ts';

/** What can be asked for of it. */
type SavingCommand = Extract<
  Command,
  { type: 'saveArchive' | 'stopSaving' | 'retrySaving' | 'showArchive' | 'saveEvery' | 'chooseFolder' }
>;

/** Does what the user asked for. */
export function runSavingCommand(state: State, watch: Watch, command: SavingCommand, moment: Moment): Step {
  const { portal, saving } = watch;
  const ask = (backup: BackupId | null, keep: Ask['keep']): Ask => ({
    do: 'askFolder',
    portal: portal.id,
    backup,
    keep,
    suggested: portal.saveTo?.folder ?? saving.written.at(-1)?.folder ?? null,
  });
  switch (command.type) {
    case 'saveArchive': {
      const { backup } = command;
      const known = saving.wanted.find((one) => isSameBackup(one.backup, backup));
      // As with its link: where that is gone, the page shows what can still be had.
      if (known === undefined && downloadOf(watch, backup, moment.now) === null) {
        return openPage(state, watch, backup);
      }
      const folder = known?.folder ?? portal.saveTo?.folder;
      if (folder === undefined) return withEffects(noEffects(state), ask(backup, null));
      return noEffects(wantByHand(state, watch, { backup, folder }, moment));
    }
    case 'stopSaving': {
      const { backup } = command;
      const stopped = noEffects(stepPortal(state, portal.id, { type: 'saveStopped', backup }, moment));
      return isGoing(saving, backup)
        ? withEffects(stopped, { do: 'stopSaving', portal: portal.id, backup })
        : stopped;
    }
    case 'retrySaving':
      return noEffects(replaceWatch(state, watch, { ...watch, saving: trySoon(saving) }));
    case 'showArchive': {
      const file = writtenOf(saving.written, command.backup)?.file;
      return file === undefined ? noEffects(state) : withEffects(noEffects(state), { do: 'showFile', file });
    }
    case 'saveEvery': {
      const keep = command.keep === 'all' || command.keep === 'off' ? null : command.keep;
      if (command.keep === 'off') return noEffects(saveTo(state, watch, undefined));
      if (portal.saveTo === undefined) return withEffects(noEffects(state), ask(null, keep));
      return noEffects(saveTo(state, watch, { ...portal.saveTo, keep }));
    }
    case 'chooseFolder':
      return withEffects(noEffects(state), ask(null, portal.saveTo?.keep ?? null));
    default:
      return assertNever(command);
  }
}

type Ask = Extract<Effect, { do: 'askFolder' }>;

/** Somebody wants this archive in that folder: with that they have seen its backup. */
export function wantByHand(
  state: State,
  watch: Watch,
  { backup, folder }: Pick<WantedSave, 'backup' | 'folder'>,
  moment: Moment,
): State {
  const seen = markBackupSeen(state, watch, backup);
  const wanted = { backup, folder, by: 'hand' as const };
  return stepPortal(seen, watch.portal.id, { type: 'saveWanted', wanted }, moment);
}

/** What waits for the folder it was to go to goes to the new one. */
export function saveTo(state: State, watch: Watch, to: SaveTo | undefined): State {
  const { saveTo: _before, ...rest } = watch.portal;
  const portal = to === undefined ? rest : { ...rest, saveTo: to };
  const saving = to === undefined ? watch.saving : moveWanted(watch.saving, to.folder);
  return replaceWatch(state, watch, { ...watch, portal, saving });
}
