import type { Snapshot } from '../contract/snapshot.ts';
import { assertNever } from '../core/base/result.ts';
import type { ListOutcome, State } from '../core/state.ts';
import type { WatchStatus } from '../core/status/statusOf.ts';
import { connectView } from './connect/connectView.ts';
import { labelsOf } from './labels.ts';
import { portalRow } from './portal/portalRow.ts';
import { proxySettings } from './proxySettings.ts';
import { bannersOf } from './banners.ts';
import { headlineOf } from './headline.ts';
import type { Words } from './i18n/i18n.ts';

/** All that the window shows, as finished strings. `first`: the fixed labels go along. */
export function snapshotOf(
  state: State,
  portals: readonly WatchStatus[],
  words: Words,
  now: number,
  revision: number,
  first: boolean,
): Snapshot {
  const { startAtLogin, canStartAtLogin, version } = state.application;
  return {
    revision,
    language: words.language,
    direction: words.direction,
    theme: state.theme,
    labels: first ? labelsOf(words) : null,
    headline: headlineOf(state, portals, words, now),
    banners: bannersOf(state, words, now),
    portals: portals.map((portal) => portalRow(portal, state, words, now)),
    paused: state.pausedUntil !== null,
    connect: connectView(state, words, now),
    settings: {
      silenced: [...state.silenced],
      polling: state.polling,
      tomorrow: words.nextMorning(now),
      startAtLogin,
      canStartAtLogin,
      version: versionLine(version, words),
      listNote: state.listOutcome === null ? null : listNote(state.listOutcome, words),
      proxies: proxySettings(state, words),
    },
  };
}

function listNote(outcome: ListOutcome, { say }: Words): string {
  switch (outcome.is) {
    case 'imported':
      return say('list.imported', outcome);
    case 'refused':
      return say(`list.${outcome.why}`);
    case 'notSaved':
      return say('list.notSaved');
    default:
      return assertNever(outcome);
  }
}

/** A version with something behind its numbers is no release (Semantic Versioning, 9): "1.0.0-fallback.33.2.1". */
function versionLine(version: string, { say }: Words): string {
  return say(version.includes('-') ? 'label.trialVersion' : 'label.version', { version });
}
