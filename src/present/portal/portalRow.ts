import type { PortalRow } from '../../contract/snapshot.ts';
import { addressOf } from '../../core/net/address.ts';
import { plateau } from '../../core/backup/outcome.ts';
import { needsNetwork } from '../../core/portal.ts';
import { jobStanding, type Standing, standingOf } from '../../core/status/statusOf.ts';
import type { State } from '../../core/state.ts';
import { askedScopes, type Watch } from '../../core/watch/watch.ts';
import { isServerAway } from '../../core/watch/serverTrouble.ts';
import { glyphOf } from './glyph.ts';
import { inlineOf } from './inline.ts';
import { scopeOf } from './name.ts';
import { buttonsOf } from './buttons.ts';
import { reasonOf } from './reason.ts';
import { stateWord, timeFact } from './stateWord.ts';
import type { Words } from '../i18n/words.ts';
import { hour } from '../../core/base/time.ts';

/** A portal as the window shows it. */
export function portalRow(watch: Watch, state: State, words: Words, now: number): PortalRow {
  const standing = standingOf(watch, now);
  const address = addressOf(new URL(watch.portal.origin));
  const open = !address.encrypted && !address.loopback;
  const shared = {
    id: watch.portal.id,
    name: watch.portal.name,
    host: address.host,
    facts: factsOf(watch, standing, words, now),
    removal: words.say('label.removal', { portal: watch.portal.name }),
    mark: open ? words.say('mark.unencrypted') : null,
    server: serverOf(watch, words),
  };
  const resting = restingShape(state, watch);
  return resting === null
    ? { ...shared, ...liveRow(watch, standing, words, now) }
    : { ...shared, ...restingRow(watch, standing, resting, words, now) };
}

type Changing = Omit<PortalRow, 'id' | 'name' | 'host' | 'facts' | 'removal' | 'mark' | 'server'>;

function liveRow(watch: Watch, standing: Standing, words: Words, now: number): Changing {
  const state = stateWord(standing, words);
  const time = timeFact(standing, words, now);
  const buttons = buttonsOf(standing, words);
  return {
    ...glyphOf(standing),
    figure: figureOf(standing, words),
    state,
    time: standing.is === 'firstLook' ? addressOf(new URL(watch.portal.origin)).host : time,
    progress: progressOf(standing, time === null ? state : words.say('label.progressText', { state, time })),
    why: reasonOf(standing, words, now),
    expiry: expiryOf(standing, words, now),
    last: buttons.length === 0 ? lastFinished(watch, words, now) : null,
    also: alsoOf(watch, standing, words, now),
    buttons,
  };
}

/** Paused or without a network: the last known state, and when it was seen; of a backup that has ended, when that was. */
function restingRow(
  watch: Watch,
  standing: Standing,
  shape: 'paused' | 'offline',
  words: Words,
  now: number,
): Changing {
  const { answeredAt } = watch.reach;
  const running = standing.is === 'running';
  const seen = answeredAt === null ? null : words.seen(answeredAt, now);
  return {
    glyph: { shape },
    tone: 'calm',
    figure: null,
    state: running
      ? words.say('state.wasRunning', { percent: words.percent(standing.percent) })
      : stateWord(standing, words),
    time: standing.is === 'ended' ? timeFact(standing, words, now) : seen,
    progress: null,
    why: null,
    expiry: null,
    last: restingLast(watch, standing, words, now),
    also: null,
    buttons: buttonsOf(standing, words),
  };
}

function restingShape({ pausedUntil, offlineSince }: State, watch: Watch): 'paused' | 'offline' | null {
  if (pausedUntil !== null) return 'paused';
  return offlineSince !== null && needsNetwork(watch.portal) ? 'offline' : null;
}

function figureOf(standing: Standing, words: Words): string | null {
  if (standing.is === 'running') return words.percent(standing.percent);
  return standing.is === 'uploading' ? words.percent(plateau) : null;
}

function progressOf(standing: Standing, text: string): PortalRow['progress'] {
  if (standing.is === 'running') return { now: standing.percent, text, plateau: false };
  return standing.is === 'uploading' ? { now: plateau, text, plateau: true } : null;
}

function expiryOf(standing: Standing, words: Words, now: number): string | null {
  if (standing.is !== 'ended' || standing.offer === null) return null;
  const { until } = standing.offer;
  const when = words.whenShort(until, now);
  const left = until - now;
  // Of many hours nobody counts the minutes.
  const span = words.span(left < manyHours ? left : left - (left % hour));
  return words.say('link.untilLeft', { when, span });
}

const manyHours = 10 * hour;

/** Nothing counts down in a row that rests, and when its backup has finished stands there already. */
function restingLast(watch: Watch, standing: Standing, words: Words, now: number): string | null {
  if (standing.is !== 'ended') return lastFinished(watch, words, now);
  const { offer, ending } = standing;
  if (offer !== null) return words.say('link.until', { when: words.whenShort(offer.until, now) });
  return ending.job === watch.jobs.portal.lastFinished?.job ? null : lastFinished(watch, words, now);
}

function lastFinished({ jobs }: Watch, words: Words, now: number): string | null {
  const { lastFinished: last } = jobs.portal;
  return last === null ? null : words.say('last.finished', { when: words.when(last.at, now) });
}

/** Of the portal's own backup and the whole server's, the one that the row does not speak of. */
function alsoOf(watch: Watch, standing: Standing, words: Words, now: number): string | null {
  const said = scopeOf(standing);
  const other = askedScopes(watch).find((scope) => said !== null && scope !== said);
  if (other === undefined) return null;
  return words.say(`also.${other}`, { state: inlineOf(jobStanding(watch, other, now), words) });
}

/** Offered where there is one; what is watched already can always be left. */
function serverOf(watch: Watch, { say }: Words): PortalRow['server'] {
  const { portal } = watch;
  const on = portal.scopes.includes('server');
  if (!on && portal.standalone !== true) return null;
  if (!on || !isServerAway(watch)) return { on, note: say('label.wholeServerNote') };
  const refused = watch.serverTrouble.kind === 'forbidden';
  return { on, note: say(refused ? 'label.wholeServerRefused' : 'label.wholeServerAway') };
}

/** What a portal that is alone in the window says more. */
function factsOf(watch: Watch, standing: Standing, words: Words, now: number): PortalRow['facts'] {
  const { say, when } = words;
  const { run, lastFinished: last } = watch.jobs[scopeOf(standing) ?? 'portal'];
  const facts: PortalRow['facts'] = [];
  if (run !== null && (standing.is === 'running' || standing.is === 'uploading')) {
    facts.push({ term: say('fact.started'), detail: when(run.firstSeenAt, now) });
  }
  if (standing.is === 'ended') {
    const archive = standing.offer?.download.archive ?? standing.ending.archive;
    if (archive !== '') facts.push({ term: say('fact.archive'), detail: archive });
    if (standing.offer !== null) {
      facts.push({ term: say('fact.linkUntil'), detail: when(standing.offer.until, now) });
    }
  }
  const { endsAt } = watch.key;
  if (endsAt !== null) facts.push({ term: say('fact.keyUntil'), detail: when(endsAt, now) });
  const told = standing.is === 'ended' && standing.ending.job === last?.job;
  if (last !== null && !told) facts.push({ term: say('fact.lastFinished'), detail: when(last.at, now) });
  return facts;
}
