import type { RunDetail } from '../../contract/historyView.ts';
import { minute } from '../../core/base/time.ts';
import type { Words } from '../i18n/i18n.ts';
import { savedPhrase } from '../portal/saving.ts';
import { beganPhrase, endedAt } from './runRow.ts';
import type { ShownRun } from './shownRun.ts';

type Facts = RunDetail['facts'];

/** What is known of one run, in two columns; `drawn`: when it began and ended is seen in its drawing. */
export function runFacts(shown: ShownRun, drawn: boolean, words: Words, now: number): Facts {
  const { record, saved } = shown;
  const { say, span, when } = words;
  const { archive } = record;
  const { waiting, running } = record.stages;
  const waited = waiting === null || running === null ? 0 : running - waiting;
  const fact = (term: string, detail: string | null): Facts =>
    detail === null || detail === '' ? [] : [{ term, detail }];
  return [
    ...fact(say('fact.began'), drawn || record.start === null ? null : beganPhrase(record, words, now)),
    ...fact(say('fact.ended'), drawn ? null : endedPhrase(shown, words, now)),
    ...fact(say('fact.waiting'), waited < minute ? null : span(waited)),
    ...fact(say('fact.archive'), archive?.name ?? null),
    ...fact(say('fact.storage'), archive?.storage ? say(`storage.${archive.storage}`) : null),
    ...fact(say('fact.keptUntil'), archive?.expiresAt ? when(archive.expiresAt, now) : null),
    ...fact(say('fact.saved'), saved === null ? null : when(saved.at, now)),
    ...fact(say('fact.savedAs'), saved?.file ?? null),
    ...fact(say('fact.checked'), saved === null ? null : savedPhrase(saved.contents, words)),
  ];
}

/** When it ended; where only that was seen, when. */
function endedPhrase(shown: ShownRun, { when, seen }: Words, now: number): string | null {
  const ended = endedAt(shown);
  if (ended === null) return null;
  const { end, archive } = shown.record;
  const isTimed = end?.timed !== false || (archive?.createdAt ?? null) !== null;
  return isTimed ? when(ended, now) : seen(ended, now);
}
