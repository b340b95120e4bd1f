import type { DurationChart } from '../../contract/historyView.ts';
import { day, hour, minute, second } from '../../core/base/time.ts';
import { durationOf, momentOf, outcomeOf, type RunRecord } from '../../core/history/runRecord.ts';
import type { Words } from '../i18n/i18n.ts';

const most = 30;

/** How high the drawing may be: what it and its half can be said of briefly. */
const heights = [
  ...[10 * second, 20 * second, minute, 2 * minute, 4 * minute, 10 * minute, 20 * minute, 30 * minute],
  ...[hour, 2 * hour, 4 * hour, 8 * hour, 12 * hour, day, 2 * day],
];

/** How long the last runs took, the oldest first; null before two of them are known. */
export function durationChart(runs: readonly RunRecord[], words: Words, now: number): DurationChart | null {
  const last = runs.slice(0, most).toReversed();
  const durations = durationsOf(last);
  const [oldest, newest, longest] = [last[0], last.at(-1), durations.at(-1)];
  if (durations.length < 2 || oldest === undefined || newest === undefined || longest === undefined)
    return null;
  const height = heights.find((candidate) => candidate >= longest) ?? longest;
  return {
    title: words.say('durations.title', { count: last.length }),
    said: saidOf(last, durations, words, now),
    bars: last.map((run) => {
      const duration = durationOf(run);
      return { kind: kindOf(run), height: duration === null ? null : duration / height };
    }),
    grid: [0, height / 2, height].map((length) => ({
      y: length / height,
      text: length === 0 ? '0' : words.span(length),
    })),
    from: dayOf(oldest, newest, words, now),
    to: dayOf(newest, oldest, words, now),
  };
}

/** Those that are known, the shortest first. */
function durationsOf(runs: readonly RunRecord[]): number[] {
  return runs.flatMap((run) => durationOf(run) ?? []).toSorted((one, other) => one - other);
}

function kindOf(run: RunRecord): DurationChart['bars'][number]['kind'] {
  const outcome = outcomeOf(run) ?? 'unknown';
  if (outcome === 'failed') return 'bad';
  return outcome === 'cancelled' || outcome === 'unknown' ? 'open' : 'good';
}

/** Its date; its time, where both are of the same day. */
function dayOf(run: RunRecord, other: RunRecord, { date, clock }: Words, now: number): string {
  const of = date(momentOf(run), now);
  return of === date(momentOf(other), now) ? clock(momentOf(run)) : of;
}

/** The same in words. */
function saidOf(runs: readonly RunRecord[], durations: readonly number[], words: Words, now: number): string {
  const { say, span, date } = words;
  const good = durationsOf(runs.filter((run) => kindOf(run) === 'good'));
  // What went wrong says nothing of how long a backup takes, unless there is nothing else.
  const usual = good.length > 0 ? good : durations;
  const upperHalf = usual.slice(Math.floor((usual.length - 1) / 2));
  const range = say('durations.range', {
    shortest: span(Math.min(...usual)),
    longest: span(Math.max(...usual)),
    usual: span(Math.min(...upperHalf)),
  });
  const failed = runs.filter((run) => outcomeOf(run) === 'failed');
  const last = failed.at(-1);
  const count = failed.length;
  const withFailed =
    last === undefined
      ? range
      : say('durations.failed', { said: range, count, date: date(momentOf(last), now) });
  const unknown = runs.length - durations.length;
  return unknown === 0 ? withFailed : say('durations.unknown', { said: withFailed, count: unknown });
}
