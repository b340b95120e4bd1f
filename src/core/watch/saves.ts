import { type Ending, hasArchive } from '../backup/ending.ts';
import type { BackupId } from '../backup/job.ts';
import type { Scope } from '../docspace/request.ts';
import { enter, type Ledger, withdraw } from '../news/ledger.ts';
import { announceHindered, announceSaved, announceUnsaved, hinderedId } from '../news/savingNews.ts';
import type { SaveResult } from '../saving/order.ts';
import { askedFor, endSave, failSave, isGoing, type Saving, takeLink, wantSave } from '../saving/saving.ts';
import { noteWritten, writtenOf } from '../saving/written.ts';
import { downloadOf } from './download.ts';
import type { Watch } from './watch.ts';

/** Of backups that have just ended, those with a link are wanted where every finished one is to be saved. */
export function wantEnded(watch: Watch, scope: Scope, ended: readonly Ending[], now: number): Watch {
  const { saveTo } = watch.portal;
  if (saveTo === undefined) return watch;
  const saving = ended
    .filter((ending) => isWorthSaving(watch, scope, ending, now))
    .reduce<Saving>(
      (wanting, { job }) => wantSave(wanting, { backup: { scope, job }, folder: saveTo.folder, by: 'rule' }),
      watch.saving,
    );
  return saving === watch.saving ? watch : { ...watch, saving };
}

/** It has an archive that can be had. What the portal keeps in a storage of its own has no link. */
function isWorthSaving(
  { saving }: Watch,
  scope: Scope,
  { job, outcome, linkUntil, unlisted }: Ending,
  now: number,
): boolean {
  if (!hasArchive(outcome) || linkUntil === null || linkUntil <= now || unlisted) return false;
  return writtenOf(saving.written, { scope, job }) === null;
}

/** A backup has been read: the link of the one that is to be saved is known, or known to be gone. */
export function readLink(watch: Watch, scope: Scope, now: number): Watch {
  const backup = askedFor(watch.saving);
  if (backup === null || backup.scope !== scope) return watch;
  const saving = takeLink(watch.saving, linkTrouble(watch, backup, now), now);
  return withUnsaved({ ...watch, saving }, watch.saving, now);
}

function linkTrouble(watch: Watch, backup: BackupId, now: number): 'expired' | 'gone' | null {
  if (downloadOf(watch, backup, now) !== null) return null;
  const { ending } = watch.jobs[backup.scope];
  const until = ending?.job === backup.job ? ending.linkUntil : null;
  return until !== null && until <= now ? 'expired' : 'gone';
}

/** Takes in how a save has ended. */
export function takeSaveEnd(watch: Watch, backup: BackupId, result: SaveResult, now: number): Watch {
  const { saving } = watch;
  const [wanted] = saving.wanted;
  if (wanted === undefined || !isGoing(saving, backup)) return watch;
  if (!result.ok) {
    return withUnsaved({ ...watch, saving: failSave(saving, result.reason, now) }, saving, now);
  }
  const written = noteWritten(saving.written, wanted, result.value, now);
  const [newest] = written.slice(-1);
  const ledger = newest === undefined ? watch.ledger : enter(watch.ledger, announceSaved(newest));
  return { ...watch, ledger, saving: endSave(saving, written) };
}

/** What has just been given up is news, unless somebody has stopped it. */
function withUnsaved(watch: Watch, before: Saving, now: number): Watch {
  const { unsaved } = watch.saving;
  if (unsaved === null || unsaved === before.unsaved || unsaved.why === 'stopped') return watch;
  return { ...watch, ledger: enter(watch.ledger, announceUnsaved(unsaved.backup, unsaved.why, now)) };
}

/** That a folder keeps archives from being saved is news until it does no more. */
export function noteHindered(watch: Watch, now: number): Watch {
  const { hinderedSince } = watch.saving;
  const id = hinderedSince === null ? null : hinderedId(hinderedSince);
  const current = withdraw(watch.ledger, (told) => told.news.of === 'savingHindered' && told.id !== id);
  const ledger = enterHindered(current, watch.saving, now);
  return ledger === watch.ledger ? watch : { ...watch, ledger };
}

function enterHindered(
  ledger: Ledger,
  { hinderedSince, attempt, wanted: [first] }: Saving,
  now: number,
): Ledger {
  if (hinderedSince === null || first === undefined || attempt.is !== 'waiting') return ledger;
  const { failure } = attempt;
  if (failure?.of !== 'folder') return ledger;
  return enter(ledger, announceHindered(failure.why, first.folder, hinderedSince, now));
}
