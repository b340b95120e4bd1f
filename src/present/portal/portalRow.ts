import type { PortalRow } from '../../contract/portalRow.ts';
import { addressOf } from '../../core/net/address.ts';
import { plateau } from '../../core/backup/outcome.ts';
import { isUnproved, needsNetwork, type Portal } from '../../core/portal.ts';
import { jobStatus, nextBackupAt } from '../../core/status/jobStatus.ts';
import type { PortalStatus } from '../../core/status/status.ts';
import type { WatchStatus } from '../../core/status/statusOf.ts';
import type { State } from '../../core/state.ts';
import { askedScopes, type Watch } from '../../core/watch/watch.ts';
import { isServerAway } from '../../core/watch/serverTrouble.ts';
import { controlOf } from './control.ts';
import { glyphOf } from './glyph.ts';
import { scopeOf } from './name.ts';
import { buttonsOf } from './buttons.ts';
import { savingOf } from './saving.ts';
import { reasonOf } from './reason.ts';
import { linePhrase, rowPhrase, statusPhrase } from './statusPhrase.ts';
import { timeFact } from './timeFact.ts';
import type { Words } from '../i18n/i18n.ts';
import { day, hour } from '../../core/base/time.ts';

/** A portal as the window shows it. */
export function portalRow(
  { watch, status }: WatchStatus,
  state: State,
  words: Words,
  now: number,
): PortalRow {
  const address = addressOf(new URL(watch.portal.origin));
  const resting = restingShape(state, watch);
  const shared = {
    id: watch.portal.id,
    name: watch.portal.name,
    host: address.host,
    facts: factsOf(watch, status, words, now),
    removalQuestion: words.say('label.removal', { portal: watch.portal.name }),
    warning: warningOf(watch.portal, words),
    encrypted: encryptedOf(watch.portal, words, now),
    wholeServer: wholeServerOf(watch, words),
    warnAfter: watch.portal.warnAfter ?? null,
    saveTo: watch.portal.saveTo ?? null,
    saving: savingOf(watch, status, words, now),
    trusted: watch.portal.certificate !== undefined,
    control: controlOf(watch, resting !== null, words, now),
  };
  return resting === null
    ? { ...shared, ...liveRow(watch, status, words, now) }
    : { ...shared, ...restingRow(watch, status, resting, words, now) };
}

type Changing = Omit<
  PortalRow,
  | 'id'
  | 'name'
  | 'host'
  | 'facts'
  | 'removalQuestion'
  | 'warning'
  | 'encrypted'
  | 'wholeServer'
  | 'warnAfter'
  | 'saveTo'
  | 'saving'
  | 'trusted'
  | 'control'
>;

function warningOf(portal: Portal, { say }: Words): string | null {
  const { encrypted, loopback } = addressOf(new URL(portal.origin));
  if (isUnproved(portal)) return say('mark.unproved');
  return encrypted || loopback ? null : say('mark.unencrypted');
}

/** Good news that asks for nobody: long enough to be met, and then no more. */
const longestNews = 7 * day;

function encryptedOf({ encryptedSince }: Portal, { say, when }: Words, now: number): string | null {
  if (typeof encryptedSince !== 'number' || now - encryptedSince > longestNews) return null;
  return say('mark.encryptedSince', { when: when(encryptedSince, now) });
}

function liveRow(watch: Watch, status: PortalStatus, words: Words, now: number): Changing {
  const state = rowPhrase(status, words);
  const time = timeFact(status, words, now);
  const buttons = buttonsOf(watch, status, words);
  return {
    ...glyphOf(status),
    figure: figureOf(status, words),
    state,
    time: status.is === 'firstCheck' ? addressOf(new URL(watch.portal.origin)).host : time,
    progress: progressOf(status, time === null ? state : words.say('label.progressText', { state, time })),
    explanation: reasonOf(status, words, now),
    expiry: expiryOf(status, words, now),
    lastFinished: buttons.length === 0 ? lastFinished(watch, words, now) : null,
    otherBackup: otherBackupOf(watch, status, words, now),
    buttons,
  };
}

/** Paused or without a network: the last known state, and when it was seen; of a backup that has ended, when that was. */
function restingRow(
  watch: Watch,
  status: PortalStatus,
  shape: 'paused' | 'offline',
  words: Words,
  now: number,
): Changing {
  const { answeredAt } = watch.access;
  const running = status.is === 'running';
  const seen = answeredAt === null ? null : words.seen(answeredAt, now);
  return {
    glyph: { shape },
    tone: 'calm',
    figure: null,
    state: running
      ? words.say('state.wasRunning', { percent: words.percent(status.percent) })
      : rowPhrase(status, words),
    time: status.is === 'ended' ? timeFact(status, words, now) : seen,
    progress: null,
    explanation: null,
    expiry: null,
    lastFinished: restingLast(watch, status, words, now),
    otherBackup: null,
    buttons: buttonsOf(watch, status, words),
  };
}

function restingShape({ pausedUntil, offlineSince }: State, watch: Watch): 'paused' | 'offline' | null {
  if (pausedUntil !== null) return 'paused';
  return offlineSince !== null && needsNetwork(watch.portal) ? 'offline' : null;
}

function figureOf(status: PortalStatus, words: Words): string | null {
  if (status.is === 'running') return words.percent(status.percent);
  return status.is === 'uploading' ? words.percent(plateau) : null;
}

function progressOf(status: PortalStatus, text: string): PortalRow['progress'] {
  if (status.is === 'running') return { now: status.percent, text, plateau: false };
  return status.is === 'uploading' ? { now: plateau, text, plateau: true } : null;
}

function expiryOf(status: PortalStatus, words: Words, now: number): string | null {
  if (status.is !== 'ended' || status.offer === null) return null;
  const { until } = status.offer;
  const when = words.whenShort(until, now);
  const left = until - now;
  // Of many hours nobody counts the minutes.
  const span = words.span(left < manyHours ? left : left - (left % hour));
  return words.say('link.untilLeft', { when, span });
}

const manyHours = 10 * hour;

/** Nothing counts down in a row that rests, and when its backup has finished stands there already. */
function restingLast(watch: Watch, status: PortalStatus, words: Words, now: number): string | null {
  if (status.is !== 'ended') return lastFinished(watch, words, now);
  const { offer, ending } = status;
  if (offer !== null) return words.say('link.until', { when: words.whenShort(offer.until, now) });
  return ending.job === watch.jobs.portal.lastFinished?.job ? null : lastFinished(watch, words, now);
}

function lastFinished({ jobs }: Watch, words: Words, now: number): string | null {
  const { lastFinished: last } = jobs.portal;
  return last === null ? null : words.say('last.finished', { when: words.when(last.at, now) });
}

/** What was going on when the portal last answered, while it cannot be seen. */
function lastSeenRun(watch: Watch, words: Words, now: number): string | null {
  const { answeredAt } = watch.access;
  if (answeredAt === null || watch.jobs.portal.run === null) return null;
  const state = statusPhrase(jobStatus(watch, 'portal', answeredAt), 'inline', words);
  return words.say('also.lastSeen', { state, seen: words.seen(answeredAt, now) });
}

/** Of the portal's own backup and the whole server's, the one that the row does not speak of. */
function otherBackupOf(watch: Watch, status: PortalStatus, words: Words, now: number): string | null {
  if (status.is === 'noAccess') return lastSeenRun(watch, words, now);
  const said = scopeOf(status);
  const other = askedScopes(watch).find((scope) => said !== null && scope !== said);
  if (other === undefined) return null;
  return words.say(`also.${other}`, { state: linePhrase(jobStatus(watch, other, now), words, now) });
}

/** Offered where there is one; what is watched already can always be left. */
function wholeServerOf(watch: Watch, { say }: Words): PortalRow['wholeServer'] {
  const { portal } = watch;
  const on = portal.scopes.includes('server');
  if (!on && portal.standalone !== true) return null;
  if (!on || !isServerAway(watch)) return { on, note: say('label.wholeServerNote') };
  const refused = watch.serverTrouble.kind === 'forbidden';
  return { on, note: say(refused ? 'label.wholeServerRefused' : 'label.wholeServerAway') };
}

/** What a portal that is alone in the window says more. */
function factsOf(watch: Watch, status: PortalStatus, words: Words, now: number): PortalRow['facts'] {
  const { say, when } = words;
  const { run, lastFinished: last } = watch.jobs[scopeOf(status) ?? 'portal'];
  const facts: PortalRow['facts'] = [];
  if (run !== null && (status.is === 'running' || status.is === 'uploading')) {
    facts.push({ term: say('fact.started'), detail: when(run.firstSeenAt, now) });
  }
  if (status.is === 'ended') {
    const archive = status.offer?.download.archive ?? status.ending.archive;
    if (archive !== '') facts.push({ term: say('fact.archive'), detail: archive });
    if (status.offer !== null) {
      facts.push({ term: say('fact.linkUntil'), detail: when(status.offer.until, now) });
    }
  }
  const { endsAt } = watch.key;
  if (endsAt !== null) facts.push({ term: say('fact.keyUntil'), detail: when(endsAt, now) });
  const nextAt =
    status.is === 'ended' ? nextBackupAt(watch.schedules[status.scope], status.scope, now) : null;
  if (nextAt !== null) facts.push({ term: say('fact.next'), detail: when(nextAt, now) });
  const told = status.is === 'ended' && status.ending.job === last?.job;
  if (last !== null && !told) facts.push({ term: say('fact.lastFinished'), detail: when(last.at, now) });
  return facts;
}
