import type { HistoryView, RunDetail } from '../../contract/historyView.ts';
import { type TimeLeft, timeLeft } from '../../core/foresight/timeLeft.ts';
import type { OpenHistory } from '../../core/history/openHistory.ts';
import { durationOf } from '../../core/history/runRecord.ts';
import type { State } from '../../core/state.ts';
import { wantedList } from '../../core/watch/nextQuestion.ts';
import type { Watch } from '../../core/watch/watch.ts';
import type { Words } from '../i18n/i18n.ts';
import { durationChart } from './durationChart.ts';
import { progressChart } from './progressChart.ts';
import { runFacts } from './runFacts.ts';
import { runReason } from './runReason.ts';
import { timeLeftPhrase } from '../timeLeft.ts';
import { nameOfRun, runRow, tookPhrase } from './runRow.ts';
import { type ShownRun, shownRuns } from './shownRun.ts';

/** So many runs are listed before somebody wants all of them. */
const firstListed = 50;

/** The view of one portal's runs; null while it is closed, and before its file was read. */
export function historyView({ history, watches }: State, words: Words, now: number): HistoryView | null {
  const watch = watches.find(({ portal }) => portal.id === history?.portal);
  if (history === null || watch === undefined || !history.read) return null;
  const runs = shownRuns(history, watch);
  const [latest] = runs;
  const chosen = runs.find(({ record }) => isChosen(record, history)) ?? null;
  const { say } = words;
  const { pasts } = watch;
  return {
    note: noteOf(watch, words, now),
    none: runs.length > 0 ? null : { fact: say('runs.none'), next: say('runs.noneNext') },
    latest: latest === undefined ? null : latestView(latest, pasts, words, now),
    chosen: chosen === null ? null : { run: nameOfRun(chosen), detail: detailOf(chosen, pasts, words, now) },
    durations: latest === undefined ? null : durationsLike(chosen ?? latest, runs, words, now),
    runs: runs.slice(0, history.whole ? undefined : firstListed).map((run) => runRow(run, words, now)),
    more: history.whole || runs.length <= firstListed ? null : say('runs.all', { count: runs.length }),
  };
}

function isChosen({ scope, id }: ShownRun['record'], { chosen }: OpenHistory): boolean {
  return chosen !== null && chosen.scope === scope && chosen.id === id;
}

function noteOf(watch: Watch, { say }: Words, now: number): string | null {
  const { failure } = watch.listing;
  if (wantedList(watch, now) !== null) return say('runs.reading');
  if (failure === null) return null;
  return failure === 'unpaid' ? say('runs.unpaid') : say('runs.unread');
}

function latestView(shown: ShownRun, pasts: Pasts, words: Words, now: number): HistoryView['latest'] {
  return {
    title: words.say(shown.going === null ? 'runs.last' : 'runs.this'),
    summary: summaryOf(shown, pasts, words, now),
    detail: detailOf(shown, pasts, words, now),
  };
}

type Pasts = Watch['pasts'];

function detailOf(shown: ShownRun, pasts: Pasts, words: Words, now: number): RunDetail {
  const progress = progressChart(shown, leftOf(shown, pasts, now), words, now);
  return {
    progress,
    reason: runReason(shown, words),
    facts: runFacts(shown, progress !== null, words, now),
  };
}

function leftOf({ record, going }: ShownRun, pasts: Pasts, now: number): TimeLeft | null {
  return going === null ? null : timeLeft(going, pasts[record.scope], now);
}

function summaryOf(shown: ShownRun, pasts: Pasts, words: Words, now: number): string | null {
  if (shown.going === null && durationOf(shown.record) === null) return null;
  const soFar = tookPhrase(shown, words, now);
  const left = leftOf(shown, pasts, now);
  if (left === null) return soFar;
  return words.say('run.soFarLeft', { soFar, left: timeLeftPhrase(left, words) });
}

/** Of the portal's own backups (its restores are none) or of those of the whole server, as the one that is looked at: they differ too much for one drawing. */
function durationsLike(
  { record: { scope } }: ShownRun,
  runs: readonly ShownRun[],
  words: Words,
  now: number,
): HistoryView['durations'] {
  const alike = runs.filter(
    ({ record, going }) => record.kind === 'backup' && record.scope === scope && going === null,
  );
  return durationChart(
    alike.map(({ record }) => record),
    words,
    now,
  );
}
