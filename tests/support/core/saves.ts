import type { Effect } from '../../../src/core/effect.ts';
import type { Portal, SaveTo } from '../../../src/core/portal.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import type { SavedArchive, SaveFailure, SaveOrder } from '../../../src/core/saving/order.ts';
import type { Saving } from '../../../src/core/saving/saving.ts';
import { acme, reads, readsFinished, taskA } from '../given.ts';
import { Story } from './story.ts';

export const folder = '/backups/acme';

/** Every finished backup of this portal is to be saved. */
export function savingPortal(to: Partial<SaveTo> = {}): Portal {
  return { ...acme, saveTo: { folder, keep: null, ...to } };
}

/** A portal that has just finished a backup with a link. */
export function finishing(portal: Portal = acme): Story {
  return new Story([portal]).begins(reads()).looks(readsFinished());
}

/** Its user has chosen a folder for its archive. */
export const chosen = { type: 'folderChosen', portal: 'acme', backup: taskA, keep: null, folder } as const;

/** Its archive is being saved, as somebody wants it. */
export function saving(): Story {
  const story = finishing();
  story.shell.does(chosen);
  story.passes(5000);
  if (ordersOf(story).length !== 1) throw new Error('nothing is saved');
  return story;
}

/** The orders that were given since this was last asked. */
export function ordersOf({ shell }: Story): SaveOrder[] {
  return take(shell.effects).flatMap((effect) => (effect.do === 'saveArchive' ? [effect.order] : []));
}

/** What was to be done about archives since this was last asked, but for the orders. */
export function doneOf({ shell }: Story): Effect[] {
  const kinds: Array<Effect['do']> = ['stopSaving', 'deleteArchives', 'deletePart', 'askFolder', 'showFile'];
  return take(shell.effects).filter((effect) => kinds.includes(effect.do));
}

/** The archives that were to be deleted since this, or what was to be done, was last asked. */
export function deletedBy(story: Story): string[] {
  return doneOf(story).flatMap((effect) =>
    effect.do === 'deleteArchives' ? effect.files.map(({ file }) => file) : [],
  );
}

function take(effects: Effect[]): Effect[] {
  return effects.splice(0);
}

export const contents = { files: 14_203, bytes: 9_000_000, databases: true, storage: true, missing: 2 };

/** An archive as it was saved: the first one of a portal, unless said otherwise. */
export function savedArchive(parts: Partial<SavedArchive> = {}): SavedArchive {
  return { file: `${folder}/a.tar.gz`, bytes: 4_200_000, sha256: 'a'.repeat(64), contents, ...parts };
}

/** The save of a backup ends. */
export function endsSaved(story: Story, archive = savedArchive(), backup = taskA): Story {
  story.shell.does({ type: 'saveEnded', portal: 'acme', backup, result: succeed(archive) });
  return story;
}

export function endsUnsaved(story: Story, failure: SaveFailure, backup = taskA): Story {
  story.shell.does({ type: 'saveEnded', portal: 'acme', backup, result: fail(failure) });
  return story;
}

export function savingIn({ shell }: Story): Saving {
  const [watch] = shell.state.watches;
  if (watch === undefined) throw new Error('nothing is watched');
  return watch.saving;
}
