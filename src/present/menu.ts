import type { AvailableDownload } from '../core/backup/downloadLink.ts';
import type { BackupId } from '../core/backup/job.ts';
import type { Portal } from '../core/portal.ts';
import { downloadOf } from '../core/watch/download.ts';
import { isCared } from '../core/status/savingStatus.ts';
import { askedScopes } from '../core/watch/watch.ts';
import type { Action } from './action.ts';
import { nameOf, shortName } from './portal/name.ts';
import type { State } from '../core/state.ts';
import type { Words } from './i18n/i18n.ts';

/** A line of the menu as plain data; null is a separator. */
export type MenuLine = { label: string; action: Action; enabled: boolean } | null;

const mostFacts = 8;

/** The tray's menu. `facts`: its first lines. */
export function menuOf(state: State, facts: readonly string[], words: Words, now: number): MenuLine[] {
  const open: Action = { type: 'openWindow' };
  const line = (label: string, action: Action, enabled = true): MenuLine => ({ label, action, enabled });
  const resting = state.pausedUntil !== null;
  return [
    ...facts.slice(0, mostFacts).map((label) => line(label, open)),
    null,
    line(words.say('menu.open'), open),
    ...linkLines(state, words, now),
    ...savingLines(state, words, now),
    null,
    line(
      words.say('label.checkNow'),
      { type: 'checkNow', portal: null },
      state.watches.length > 0 && !resting,
    ),
    ...(resting
      ? [line(words.say('label.resumeWatching'), { type: 'resumed' })]
      : [
          line(words.say('label.pauseWatching'), { type: 'paused', until: Infinity }),
          line(words.say('menu.pauseShort'), { type: 'pausedBriefly' }),
          line(words.say('menu.pauseTomorrow'), { type: 'paused', until: words.nextMorning(now) }),
        ]),
    null,
    line(words.say('label.quit'), { type: 'quit' }),
  ];
}

/** What is being saved can be stopped, and the newest archive that was saved be found. */
function savingLines({ watches }: State, words: Words, now: number): MenuLine[] {
  const stops = watches.flatMap(({ portal, saving }): MenuLine[] =>
    saving.wanted.slice(0, 1).map(({ backup }) => ({
      label: words.say('menu.stopSaving', { portal: nameOf(shortName(portal.name), backup.scope, words) }),
      action: { type: 'stopSaving', portal: portal.id, backup },
      enabled: true,
    })),
  );
  const newest = watches
    .flatMap(({ portal, saving }) => saving.written.slice(-1).map((written) => ({ portal, written })))
    .toSorted((one, other) => other.written.at - one.written.at)[0];
  if (newest === undefined) return stops;
  const { portal, written } = newest;
  const { backup, at } = written;
  const named = {
    portal: nameOf(shortName(portal.name), backup.scope, words),
    when: words.when(at, now),
  };
  const action: Action = { type: 'showArchive', portal: portal.id, backup };
  return [...stops, { label: words.say('menu.showArchive', named), action, enabled: true }];
}

/** The link of the newest backup that can be downloaded now. The lines say which one that is. */
function linkLines(state: State, words: Words, now: number): MenuLine[] {
  const newest = newestDownload(state, now);
  if (newest === null) {
    const open: Action = { type: 'openWindow' };
    return (['label.openLink', 'label.copyLink'] as const).map((name) => ({
      label: words.say(name),
      action: open,
      enabled: false,
    }));
  }
  const { portal, backup, offer, saves } = newest;
  const { foreignHost } = offer.download;
  const named = {
    portal: nameOf(shortName(portal.name), backup.scope, words),
    when: words.when(offer.endedAt, now),
  };
  const line = (label: string, action: Action): MenuLine => ({ label, action, enabled: true });
  return [
    // A link that leads away from the portal is not opened without a word.
    ...(foreignHost === null
      ? []
      : [line(words.say('notification.linkHost', { host: foreignHost }), { type: 'openWindow' })]),
    line(words.say('menu.openLink', named), { type: 'openLink', portal: portal.id, backup }),
    line(words.say('menu.copyLink', named), { type: 'copyLink', portal: portal.id, backup }),
    ...(saves
      ? []
      : [line(words.say('menu.saveArchive', named), { type: 'saveArchive', portal: portal.id, backup })]),
  ];
}

/** `saves`: its archive is saved, or about to be. */
type NamedDownload = { portal: Portal; backup: BackupId; offer: AvailableDownload; saves: boolean };

function newestDownload({ watches }: State, now: number): NamedDownload | null {
  const downloads = watches.flatMap((watch) =>
    askedScopes(watch).flatMap((scope): NamedDownload[] => {
      const backup = { scope, job: watch.jobs[scope].ending?.job ?? '' };
      const offer = downloadOf(watch, backup, now);
      const saves = isCared(watch.saving, backup);
      return offer === null ? [] : [{ portal: watch.portal, backup, offer, saves }];
    }),
  );
  return downloads.toSorted((one, other) => other.offer.endedAt - one.offer.endedAt)[0] ?? null;
}
