import type { RunRow } from '../../contract/historyView.ts';
import { durationOf, endOf, momentOf, outcomeOf, type RunRecord } from '../../core/history/runRecord.ts';
import { glyphOfOutcome } from '../portal/glyph.ts';
import type { Words } from '../i18n/i18n.ts';
import type { ShownRun } from './shownRun.ts';

/** One line of the list: how it ended, when it began, how long it took. */
export function runRow(shown: ShownRun, words: Words, now: number): RunRow {
  const { record } = shown;
  const state = runPhrase(shown, words);
  const outcome = record.scope === 'server' ? words.say('state.ofServer', { state }) : state;
  const began = beganPhrase(record, words, now);
  const took = tookPhrase(shown, words, now);
  const name = words.say('run.name', { outcome, began, took });
  return { run: nameOfRun(shown), name, ...lookOf(shown), outcome, began, took };
}

export function nameOfRun({ record: { scope, id } }: ShownRun): RunRow['run'] {
  return { scope, id };
}

/** How a run ended, or what it is doing. */
export function runPhrase({ record, going }: ShownRun, { say, percent }: Words): string {
  if (going !== null) return say(`state.${going.stage}`);
  const outcome = outcomeOf(record) ?? 'unknown';
  if (record.kind === 'restore') return say(outcome === 'finished' ? 'run.restored' : 'run.restoreFailed');
  if (outcome === 'finished') return say('run.finished');
  const { end } = record;
  if (end === null || (outcome !== 'failed' && outcome !== 'cancelled')) return say(`state.${outcome}`);
  return say(`run.${outcome}`, { percent: percent(end.percent) });
}

/** When it began; of one that was first seen later, before when; of one whose end alone is known, when that was. */
export function beganPhrase(record: RunRecord, { say, when }: Words, now: number): string {
  const moment = when(momentOf(record), now);
  if (record.start === null) return say('run.ended', { when: moment });
  return record.start.seen ? moment : say('run.before', { when: moment });
}

export function tookPhrase({ record, going }: ShownRun, { say, span }: Words, now: number): string {
  if (going !== null) return say('run.soFar', { span: span(now - momentOf(record)) });
  const duration = durationOf(record);
  return duration === null ? say('run.unknownDuration') : span(duration);
}

function lookOf({ record, going }: ShownRun): Pick<RunRow, 'glyph' | 'tone'> {
  if (going === null) return glyphOfOutcome(outcomeOf(record) ?? 'unknown');
  if (going.stage === 'uploading') return { glyph: { shape: 'uploading' }, tone: 'accent' };
  return { glyph: { shape: 'running', percent: going.percent }, tone: 'accent' };
}

/** Known to have ended then; null while it goes on, or where nobody knows. */
export function endedAt({ record, going }: ShownRun): number | null {
  return going === null ? endOf(record) : null;
}
