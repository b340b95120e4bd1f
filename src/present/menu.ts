import type { Offer } from '../core/backup/downloadLink.ts';
import { offerOf } from '../core/watch/newestOffer.ts';
import { offlineFor, type State } from '../core/state.ts';
import { portalLines, tooltipOf } from './tooltip.ts';
import type { Words } from './i18n/i18n.ts';

/** What a line of the tray's menu does. */
export type MenuAction =
  | { do: 'openWindow' }
  | { do: 'openLink'; portal: string }
  | { do: 'copyLink'; portal: string }
  | { do: 'checkNow' }
  | { do: 'pause' }
  | { do: 'resume' }
  | { do: 'quit' };

/** A line of the menu as plain data; null is a separator. */
export type MenuLine = { label: string; action: MenuAction; enabled: boolean } | null;

const mostFacts = 8;

/** The tray's menu. Its first lines say what icon and tooltip say: on some desktops those are not to be seen. */
export function menuOf(state: State, words: Words, now: number): MenuLine[] {
  const open: MenuAction = { do: 'openWindow' };
  const line = (label: string, action: MenuAction, enabled = true): MenuLine => ({ label, action, enabled });
  const newest = newestOffer(state, now);
  const portal = newest?.portal ?? '';
  const host = newest?.offer.download.foreignHost ?? null;
  const resting = state.pausedUntil !== null;
  return [
    ...factLines(state, words, now).map((label) => line(label, open)),
    null,
    line(words.say('menu.open'), open),
    // A link that leads away from the portal is not opened without a word.
    ...(host === null ? [] : [line(words.say('notice.linkHost', { host }), open)]),
    line(words.say('label.openLink'), { do: 'openLink', portal }, newest !== null),
    line(words.say('label.copyLink'), { do: 'copyLink', portal }, newest !== null),
    null,
    line(words.say('label.checkNow'), { do: 'checkNow' }, state.watches.length > 0 && !resting),
    resting
      ? line(words.say('label.resumeWatching'), { do: 'resume' })
      : line(words.say('label.pauseWatching'), { do: 'pause' }),
    null,
    line(words.say('menu.quit'), { do: 'quit' }),
  ];
}

function factLines(state: State, words: Words, now: number): string[] {
  if (state.watches.length === 0) return [words.say('menu.none')];
  const above =
    state.pausedUntil !== null || offlineFor(state) !== null ? [tooltipOf(state, words, now)] : [];
  return [...above, ...portalLines(state, words, now)].slice(0, mostFacts);
}

/** The newest backup that can be downloaded now, and its portal. */
function newestOffer({ watches }: State, now: number): { portal: string; offer: Offer } | null {
  const offers = watches.flatMap((watch) => {
    const offer = offerOf(watch, now);
    return offer === null ? [] : [{ portal: watch.portal.id, offer }];
  });
  return offers.sort((one, other) => other.offer.endedAt - one.offer.endedAt)[0] ?? null;
}
