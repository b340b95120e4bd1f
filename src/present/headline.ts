import type { Headline } from '../contract/snapshot.ts';
import type { PortalStatus } from '../core/status/status.ts';
import type { WatchStatus } from '../core/status/statusOf.ts';
import { offlineFor, type State } from '../core/state.ts';
import { needsAttention, severity } from '../core/status/severity.ts';
import { glyphOf } from './portal/glyph.ts';
import { statusPhrase } from './portal/statusPhrase.ts';
import { nameOf, scopeOf, shortName } from './portal/name.ts';
import type { Words } from './i18n/i18n.ts';

/** The header's one sentence, which the rest of the window explains. */
export function headlineOf(
  state: State,
  portals: readonly WatchStatus[],
  words: Words,
  now: number,
): Headline {
  const { say } = words;
  const { pausedUntil } = state;
  const offlineSince = offlineFor(state);
  if (pausedUntil !== null) {
    const detail =
      pausedUntil === Infinity
        ? say('headline.detail.paused')
        : say('headline.detail.pausedUntil', { time: words.whenShort(pausedUntil, now) });
    return { title: say('headline.paused'), detail, glyph: { shape: 'paused' }, tone: 'calm' };
  }
  if (offlineSince !== null) {
    const detail = say('headline.detail.offline', { time: words.whenShort(offlineSince, now) });
    return { title: say('headline.offline'), detail, glyph: { shape: 'offline' }, tone: 'calm' };
  }
  return judgePortals(portals, words, now);
}

function judgePortals(portals: readonly WatchStatus[], words: Words, now: number): Headline {
  const { say } = words;
  const worst = portals.toSorted((one, other) => severity(other.status) - severity(one.status))[0];
  if (worst === undefined) {
    return { title: say('label.application'), detail: '', glyph: { shape: 'idle' }, tone: 'calm' };
  }
  const shape = glyphOf(worst.status);
  const detail = say('headline.detail.worst', {
    portal: nameOf(shortName(worst.watch.portal.name), scopeOf(worst.status), words),
    state: statusPhrase(worst.status, 'inline', words),
  });
  const needy = portals.filter(({ status }) => needsAttention(status)).length;
  if (needy > 0) return { title: say('headline.needYou', { count: needy }), detail, ...shape };
  if (portals.some(({ status }) => status.is === 'keyringClosed')) {
    return { title: say('headline.keyring'), detail: say('headline.detail.keyring'), ...shape };
  }
  const silent = portals.filter(({ status }) => isAway(status)).length;
  if (silent > 0) return { title: say('headline.doNotAnswer', { count: silent }), detail, ...shape };
  return judgeWell(portals, shape, words, now);
}

/** "All's well" is never said from an old reading: the slowest interval, with its jitter and one retry. */
const longestFresh = 150_000;

function judgeWell(
  portals: readonly WatchStatus[],
  shape: Pick<Headline, 'glyph' | 'tone'>,
  words: Words,
  now: number,
): Headline {
  const count = portals.length;
  const oldest = Math.min(...portals.map(({ watch }) => watch.access.answeredAt ?? -Infinity));
  if (now - oldest > longestFresh) {
    // Nothing has ever been read of them.
    const added = portals.every(({ watch }) => !watch.jobs.portal.known);
    const detail = words.say(added ? 'headline.detail.addedJustNow' : 'headline.detail.portals', { count });
    return { title: words.say('headline.checking'), detail, glyph: { shape: 'idle' }, tone: 'calm' };
  }
  const age = now - oldest;
  const detail =
    age < 1000
      ? words.say('headline.detail.checkedJustNow', { count })
      : words.say('headline.detail.checked', { count, span: words.span(age) });
  return { title: words.say('headline.allWell'), detail, ...shape };
}

/** Not well, and nobody has to do anything yet. */
function isAway({ is }: PortalStatus): boolean {
  return is === 'noAccess' || is === 'restoring';
}
