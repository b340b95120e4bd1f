import { assertNever } from '../base/result.ts';
import type { SavingEvent } from '../event.ts';
import { withoutPlaces } from '../saving/leftovers.ts';
import { hearProgress, type Saving } from '../saving/saving.ts';
import { forgetWritten, surplusOf } from '../saving/written.ts';
import type { State } from '../state.ts';
import type { Watch } from '../watch/watch.ts';
import { stepPortal } from './portals.ts';
import { saveTo, wantByHand } from './savingCommand.ts';
import { type Moment, noEffects, replaceWatch, type Step, withEffects } from './step.ts';

/** Takes in what happens to the saving of archives. */
export function takeSaving(state: State, event: SavingEvent, moment: Moment): Step {
  const watch = state.watches.find(({ portal }) => portal.id === event.portal);
  if (watch === undefined) return noEffects(state);
  switch (event.type) {
    case 'saveProgress':
      return noEffects(
        change(state, watch, hearProgress(watch.saving, event.backup, event.progress, moment.now)),
      );
    case 'saveEnded':
      return endSaving(state, watch, event, moment);
    case 'archivesGone': {
      const written = forgetWritten(watch.saving.written, event.files);
      return noEffects(change(state, watch, { ...watch.saving, written }));
    }
    case 'partGone': {
      const leftovers = withoutPlaces(watch.saving.leftovers, [event]);
      return noEffects(change(state, watch, { ...watch.saving, leftovers }));
    }
    case 'folderChosen': {
      const { backup, folder, keep } = event;
      if (backup !== null) return noEffects(wantByHand(state, watch, { backup, folder }, moment));
      return noEffects(saveTo(state, watch, { folder, keep }));
    }
    default:
      return assertNever(event);
  }
}

/** Deleted is only after something was saved: never to make room. */
function endSaving(
  state: State,
  before: Watch,
  { backup, result }: Extract<SavingEvent, { type: 'saveEnded' }>,
  moment: Moment,
): Step {
  const { id } = before.portal;
  const ended = noEffects(stepPortal(state, id, { type: 'saveEnded', backup, result }, moment));
  const { saveTo: rule } = before.portal;
  const after = ended.state.watches.find(({ portal }) => portal.id === id);
  if (!result.ok || result.value.contents === 'damaged' || rule === undefined || after === undefined)
    return ended;
  const surplus = surplusOf(after.saving.written, rule.folder, rule.keep);
  if (surplus.length === 0) return ended;
  const files = surplus.map(({ file, bytes, sha256 }) => ({ file, bytes, sha256 }));
  return withEffects(ended, { do: 'deleteArchives', portal: id, folder: rule.folder, files });
}

function change(state: State, before: Watch, saving: Saving): State {
  return saving === before.saving ? state : replaceWatch(state, before, { ...before, saving });
}
