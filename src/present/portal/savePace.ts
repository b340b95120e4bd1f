import { type SavePace, savePercent, saveTimeLeft, speedOf } from '../../core/saving/pace.ts';
import { savingStatus } from '../../core/status/savingStatus.ts';
import type { PortalStatus } from '../../core/status/status.ts';
import type { Watch } from '../../core/watch/watch.ts';
import { approximateSpan } from '../approximateSpan.ts';
import type { Words } from '../i18n/i18n.ts';
import { sizePhrase } from '../size.ts';

/** How far a save has come: "Saving archive, 42 %". */
export function goingPhrase(pace: SavePace | null, words: Words): string {
  const { say, percent } = words;
  if (pace === null) return say('saving.begins');
  if (pace.latest.stage === 'reading') return say('saving.reading');
  const reached = savePercent(pace);
  return reached === null
    ? say('saving.soFar', { size: sizePhrase(pace.latest.done, words) })
    : say('saving.at', { percent: percent(reached) });
}

/** "31 MB/s, about 3 min left"; null before that is known. */
export function paceDetail(pace: SavePace, words: Words): string | null {
  const { say } = words;
  const speed = speedOf(pace);
  if (speed === null || pace.latest.stage === 'reading') return null;
  const said = say('size.speed', { size: sizePhrase(speed, words) });
  const left = saveTimeLeft(pace);
  if (left === null) return said;
  const time = say('time.left', { span: approximateSpan(left, words) });
  return say('label.progressText', { state: said, time });
}

/** How a portal's archive is being saved, within a line: "saving archive 42 %, 31 MB/s, about 3 min left"; null where none is. */
export function savingLine(watch: Watch, status: PortalStatus, words: Words, now: number): string | null {
  const saving = savingStatus(watch.saving, status, now);
  const { say, percent } = words;
  if (saving?.is === 'hindered') return say('inline.hindered');
  if (saving?.is !== 'going' || saving.stopped) return null;
  const { pace } = saving;
  if (pace === null) return say('inline.saving');
  const reached = savePercent(pace);
  const state =
    reached === null ? say('inline.saving') : say('inline.savingAt', { percent: percent(reached) });
  const detail = paceDetail(pace, words);
  return detail === null ? state : say('label.progressText', { state, time: detail });
}
