import type { ProgressChart } from '../../contract/historyView.ts';
import { plateau } from '../../core/backup/outcome.ts';
import type { TimeLeft } from '../../core/foresight/timeLeft.ts';
import { durationOf, type RunRecord } from '../../core/history/runRecord.ts';
import type { Words } from '../i18n/i18n.ts';
import { timeLeftPhrase } from '../timeLeft.ts';
import { endedAt, runPhrase } from './runRow.ts';
import type { ShownRun } from './shownRun.ts';

type Point = ProgressChart['line'][number];

/** The way of one run over time; null where it was not seen on its way. `left`: how long it still takes, about. */
export function progressChart(
  shown: ShownRun,
  left: TimeLeft | null,
  words: Words,
  now: number,
): ProgressChart | null {
  const { record, going } = shown;
  const { start, trace } = record;
  const [first, latest] = [trace[0], trace.at(-1)];
  const last = going === null ? endedAt(shown) : now;
  if (start === null || first === undefined || latest === undefined) return null;
  const begin = start.at;
  if (last === null || last <= begin) return null;
  const until = last + (left?.likely ?? 0);
  const x = (at: number): number => Math.min(1, Math.max(0, (at - begin) / (until - begin)));
  const reached = going === null ? latest.percent : Math.max(latest.percent, going.percent);
  const end = { x: x(last), y: reached / 100 };
  return {
    said: start.seen ? saidOf(shown, begin, left, words, now) : partlySaid(first.percent, reached, words),
    line: [...risen(record, x), end],
    ahead: left === null ? [] : aheadOf(end, reached),
    figure: going === null ? null : words.percent(reached),
    grid: [0, 50, plateau].map((percent) => ({ y: percent / 100, text: words.percent(percent) })),
    times: timesOf(begin, last, until, words),
  };
}

/** The points that were seen, never back in time: a clock may have been set on the way. */
function risen({ trace }: RunRecord, x: (at: number) => number): Point[] {
  return trace.reduce<Point[]>((points, { at, percent }) => {
    const point = { x: x(at), y: percent / 100 };
    return point.x < (points.at(-1)?.x ?? 0) ? points : [...points, point];
  }, []);
}

/** A straight line to the plateau, and along it. */
function aheadOf(from: Point, reached: number): Point[] {
  const share = Math.max(0, plateau - reached) / (100 - reached);
  const top = Math.max(from.y, plateau / 100);
  return [from, { x: from.x + (1 - from.x) * share, y: top }, { x: 1, y: top }];
}

function timesOf(begin: number, last: number, until: number, { clock, say }: Words): ProgressChart['times'] {
  const from = { x: 0, text: clock(begin) };
  if (until === last) return [from, { x: 1, text: clock(last) }];
  const x = (last - begin) / (until - begin);
  const to = { x: 1, text: say('progress.about', { time: clock(until) }) };
  // Near the ends it would stand on the others.
  return x > 0.2 && x < 0.65 ? [from, { x, text: clock(last) }, to] : [from, to];
}

/** The same in words; `begin`: when it was seen to begin. */
function saidOf(shown: ShownRun, begin: number, left: TimeLeft | null, words: Words, now: number): string {
  const { going } = shown;
  const { say, percent, span } = words;
  if (going === null) return endedSaid(shown, words);
  if (going.stage === 'uploading') {
    const before = span(going.stageSince - begin);
    const reached = say('progress.running', { percent: percent(plateau), span: before });
    const soFar = say('time.soFar', { span: span(now - going.stageSince) });
    return withLeft(say('progress.uploading', { reached, soFar }), left, words);
  }
  const reached = say('progress.running', { percent: percent(going.percent), span: span(now - begin) });
  return withLeft(reached, left, words);
}

function withLeft(reached: string, left: TimeLeft | null, words: Words): string {
  if (left === null) return reached;
  return words.say('progress.left', { reached, left: timeLeftPhrase(left, words) });
}

/** Of a run that was going on already when it was first seen. */
function partlySaid(from: number, to: number, { say, percent }: Words): string {
  return say('progress.partly', { from: percent(from), to: percent(to) });
}

/** With how long its two stages took, where both were seen. */
function endedSaid(shown: ShownRun, words: Words): string {
  const { say, span } = words;
  const { running, uploading } = shown.record.stages;
  const ended = endedAt(shown);
  const duration = durationOf(shown.record);
  const outcome = runPhrase(shown, words);
  if (duration === null) return outcome;
  const said = say('progress.ended', { outcome, span: span(duration) });
  if (running === null || uploading === null || ended === null || ended <= uploading) return said;
  return say('progress.stages', {
    said,
    running: span(uploading - running),
    uploading: span(ended - uploading),
  });
}
