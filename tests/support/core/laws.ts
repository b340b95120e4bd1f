import { isDeepStrictEqual } from 'node:util';
import type { Effect } from '../../../src/core/effect.ts';
import type { Event } from '../../../src/core/event.ts';
import { jobId } from '../../../src/core/backup/job.ts';
import { mergeRuns } from '../../../src/core/history/mergeRuns.ts';
import type { RunRecord } from '../../../src/core/history/runRecord.ts';
import { parseSavedRuns, toSavedRuns } from '../../../src/core/history/savedRuns.ts';
import { parseSavedWatch, toSaved } from '../../../src/core/watch/savedWatch.ts';
import { needsNetwork } from '../../../src/core/portal.ts';
import type { Step } from '../../../src/core/reduce/step.ts';
import type { Scope } from '../../../src/core/docspace/request.ts';
import { isSameBackup } from '../../../src/core/saving/wanted.ts';
import type { SaveOrder } from '../../../src/core/saving/order.ts';
import { parseSettings } from '../../../src/core/settings.ts';
import { nextWakeAt } from '../../../src/core/nextWake.ts';
import { isPausedOrAsleep, settingsOf, type State } from '../../../src/core/state.ts';
import type { Watch } from '../../../src/core/watch/watch.ts';
import { secret } from '../given.ts';

/** What holds for every step of the reducer, whatever has happened. Throws the name of the law that was broken. */
export function checkLaws(before: State, event: Event, step: Step, now: number): void {
  const { state, effects } = step;
  for (const effect of effects) checkEffect(effect, state, now);
  for (const watch of state.watches) checkWatch(watch, before);
  law('time moves on', event.type !== 'time' || nextWakeAt(state, now) > now, event, state);
  checkSettings(state);
}

function checkEffect(effect: Effect, state: State, now: number): void {
  if (effect.do === 'notify') {
    law('nothing is announced while paused or asleep', !isPausedOrAsleep(state), effect);
  }
  if (effect.do !== 'open' && effect.do !== 'copy') {
    law('no link leaves but to be opened, copied or followed', !tellsLink(effect), effect);
  }
  if (effect.do === 'saveArchive') checkSave(effect.order, state);
  if (effect.do === 'deleteArchives') checkDeleted(effect, state);
  if (effect.do === 'deletePart') checkDeletedPart(effect, state);
  if (effect.do === 'query') checkLook(effect, state, now);
  if (effect.do === 'recordRuns') checkRuns(effect.runs);
}

/** Of an order its link is the place for it, and there is no other. */
function tellsLink(effect: Effect): boolean {
  const told = effect.do === 'saveArchive' ? { ...effect.order, link: '' } : effect;
  return JSON.stringify(told).includes(secret);
}

function checkSave({ portal, backup, origin, folder }: SaveOrder, state: State): void {
  const is = state.watches.find((watch) => watch.portal.id === portal);
  law('an archive is asked for where its portal is', is?.portal.origin === origin, is?.portal, origin);
  law('one archive of a portal is saved at a time', is?.saving.attempt.is === 'going', is?.saving);
  const [wanted] = is?.saving.wanted ?? [];
  law('what is wanted is saved', isDeepStrictEqual(wanted?.backup, backup), wanted, backup);
  law('it goes where it is wanted', wanted?.folder === folder, wanted, folder);
  law('nothing is saved while paused or asleep', !isPausedOrAsleep(state), portal);
}

function checkDeleted(
  { portal, folder, files }: Extract<Effect, { do: 'deleteArchives' }>,
  state: State,
): void {
  const is = state.watches.find((watch) => watch.portal.id === portal);
  const { saveTo } = is?.portal ?? {};
  law('nothing is deleted but where it is to be', saveTo?.folder === folder && saveTo.keep !== null, saveTo);
  const written =
    is?.saving.written.filter((one) => one.folder === folder && one.contents !== 'damaged') ?? [];
  const deleted = files.map(({ file }) => file);
  const left = written.filter(({ file }) => !deleted.includes(file));
  for (const { file, bytes, sha256 } of files) {
    const own = written.find((one) => one.file === file && one.by === 'rule');
    const alike = left.filter(({ backup }) => backup.scope === own?.backup.scope);
    law('so many are left as are to be kept', alike.length >= (saveTo?.keep ?? Infinity), left);
    law(
      'only what Keepwatch has saved by itself is deleted',
      own?.bytes === bytes && own.sha256 === sha256,
      file,
    );
  }
}

function checkDeletedPart(
  { portal, backup, folder }: Extract<Effect, { do: 'deletePart' }>,
  state: State,
): void {
  const is = state.watches.find((watch) => watch.portal.id === portal);
  const isWanted = is?.saving.wanted.some((one) => isSameBackup(one.backup, backup) && one.folder === folder);
  law('no part is deleted of what is wanted there', isWanted !== true, is?.saving, backup);
}

function checkLook(effect: Extract<Effect, { do: 'query' }>, state: State, now: number): void {
  const { portal, origin, question } = effect;
  const is = state.watches.find((watch) => watch.portal.id === portal);
  law('only what is watched is asked', is !== undefined, portal);
  law('a portal is asked where it is', is?.portal.origin === origin, is?.portal, origin);
  const closed = is?.portal.encryptedSince === null;
  law('no key goes where nothing has answered', !closed || question.ask === 'settings', question);
  law('only what has a key is asked', is?.keyStatus === 'ready', portal);
  law('nothing is asked while paused or asleep', !isPausedOrAsleep(state), portal);
  law('nothing is asked without a network', isReachable(state, is), portal);
  law('nothing is asked before the portal allows it', (is?.poll.notBefore ?? 0) <= now, is?.poll, now);
}

function isReachable({ offlineSince }: State, watch: Watch | undefined): boolean {
  return offlineSince === null || (watch !== undefined && !needsNetwork(watch.portal));
}

/** What was on a disk before and survived it does so again. */
const survivors = new Set<string>();

function survives(stored: string): void {
  if (survivors.size > 20_000) survivors.clear();
  survivors.add(stored);
}

function checkRuns(recorded: RunRecord[]): void {
  const runs = mergeRuns(recorded, []);
  const read = parseSavedRuns(JSON.parse(JSON.stringify(toSavedRuns(runs))));
  law('what is known of runs survives the disk', isDeepStrictEqual(read, { runs, whole: true }), runs);
}

function checkSettings(state: State): void {
  const settings = settingsOf(state);
  const stored = JSON.stringify(settings);
  if (survivors.has(stored)) return;
  const read = parseSettings(JSON.parse(stored));
  law('the settings survive the disk', isDeepStrictEqual(read, { settings, problem: null }), settings);
  law('the settings hold no secret', !stored.includes(secret), settings);
  survives(stored);
}

function checkMemory(watch: Watch): void {
  const saved = toSaved(watch);
  const stored = JSON.stringify(saved);
  if (survivors.has(stored)) return;
  law('no link is saved', !stored.includes(secret), saved);
  law('the memory survives the disk', isDeepStrictEqual(parseSavedWatch(JSON.parse(stored)), saved), saved);
  survives(stored);
}

function checkWatch(watch: Watch, before: State): void {
  const was = before.watches.find(({ portal }) => portal.id === watch.portal.id);
  if (was === watch) return;
  checkMemory(watch);
  if (was !== undefined) checkPlace(was.portal.origin, watch.portal.origin);
  for (const scope of ['portal', 'server'] as const) checkProgress(was, watch, scope);
  const ids = [...watch.ledger.pending.map(({ id }) => id), ...watch.ledger.told];
  law('no news is in the ledger twice', new Set(ids).size === ids.length, ids);
}

function checkPlace(before: string, after: string): void {
  const [from, to] = [new URL(before), new URL(after)];
  const up = from.protocol === 'http:' && to.protocol === 'https:' && from.hostname === to.hostname;
  law('a portal stays where it is, or moves to https of its host', before === after || up, before, after);
}

function checkProgress(was: Watch | undefined, is: Watch, scope: Scope): void {
  const before = was?.jobs[scope];
  const after = is.jobs[scope];
  if (!before?.run || after.run === null) return;
  const same =
    jobId(before.run.task, before.serial) === jobId(after.run.task, after.serial) && before.readAt !== null;
  law('progress never runs backwards', !same || after.run.percent >= before.run.percent, before, after);
}

export function law(name: string, holds: boolean, ...facts: unknown[]): void {
  if (!holds) throw new Error(`${name}: ${JSON.stringify(facts)}`);
}
