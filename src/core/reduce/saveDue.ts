import { archiveFileName } from '../saving/archiveFileName.ts';
import { beginReceiving, beginTry, nextSaveAt } from '../saving/saving.ts';
import { isPausedOrAsleep, type State } from '../state.ts';
import { downloadOf } from '../watch/download.ts';
import { pollNow } from '../watch/poll.ts';
import { canBeAsked, type Watch } from '../watch/watch.ts';
import { type Moment, noEffects, replaceWatch, type Step, withEffects } from './step.ts';

/** Begins what is due: the portal is asked for the link, and what it has named is followed. */
export function saveDue(state: State, { now }: Moment): Step {
  if (isPausedOrAsleep(state)) return noEffects(state);
  const online = state.offlineSince === null;
  return state.watches.reduce<Step>((step, watch) => {
    if (watch.saving.attempt.is === 'linked') return follow(step, watch, now);
    if (nextSaveAt(watch.saving) > now || !canBeAsked(watch, online)) return step;
    const asking = { ...watch, saving: beginTry(watch.saving), poll: pollNow(watch.poll, now) };
    return { ...step, state: replaceWatch(step.state, watch, asking) };
  }, noEffects(state));
}

function follow(step: Step, watch: Watch, now: number): Step {
  const { portal, saving } = watch;
  const [wanted] = saving.wanted;
  const link = wanted === undefined ? undefined : downloadOf(watch, wanted.backup, now)?.download.url;
  if (wanted === undefined || link === undefined) return step;
  const going = { ...watch, saving: beginReceiving(saving) };
  return withEffects(
    { ...step, state: replaceWatch(step.state, watch, going) },
    {
      do: 'saveArchive',
      order: {
        portal: portal.id,
        backup: wanted.backup,
        origin: portal.origin,
        certificate: portal.certificate ?? null,
        link,
        folder: wanted.folder,
        name: archiveFileName(link),
      },
    },
  );
}
