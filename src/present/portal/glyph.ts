import type { Glyph, Tone } from '../../contract/values.ts';
import type { News } from '../../core/news/announcement.ts';
import type { Outcome } from '../../core/backup/outcome.ts';
import { assertNever } from '../../core/base/result.ts';
import { needsAttention } from '../../core/status/severity.ts';
import type { PortalStatus } from '../../core/status/status.ts';

/** The shape and the colour of a status. Round is well, cornered is not. */
export function glyphOf(status: PortalStatus): { glyph: Glyph; tone: Tone } {
  switch (status.is) {
    case 'running':
      return { glyph: { shape: 'running', percent: status.percent }, tone: 'accent' };
    case 'waiting':
      return { glyph: { shape: 'running', percent: 0 }, tone: 'accent' };
    case 'uploading':
      return { glyph: { shape: 'uploading' }, tone: 'accent' };
    case 'ended':
      return endings[status.ending.outcome];
    case 'settling':
      return { glyph: { shape: 'running', percent: status.percent }, tone: 'accent' };
    case 'restoring':
      return { glyph: { shape: 'running', percent: status.percent ?? 0 }, tone: 'accent' };
    case 'noAccess':
      if (status.cause === 'busy') return { glyph: { shape: 'running', percent: 0 }, tone: 'accent' };
      return needsAttention(status) ? attention : offline;
    case 'firstCheck':
    case 'idle':
      return idle;
    case 'keyringClosed':
    case 'keyMissing':
    case 'stuck':
    case 'overdue':
    case 'outdated':
    case 'gone':
      return attention;
    case 'scheduleGone':
      return status.isNew ? attention : idle;
    default:
      return assertNever(status);
  }
}

type Look = { glyph: Glyph; tone: Tone };

const idle: Look = { glyph: { shape: 'idle' }, tone: 'calm' };
const attention: Look = { glyph: { shape: 'attention' }, tone: 'warn' };
const offline: Look = { glyph: { shape: 'offline' }, tone: 'calm' };

const endings: Record<Outcome, Look> = {
  finished: { glyph: { shape: 'finished' }, tone: 'accent' },
  gaps: attention,
  problem: attention,
  unknown: attention,
  failed: { glyph: { shape: 'failed' }, tone: 'danger' },
  cancelled: idle,
};

export function glyphOfOutcome(outcome: Outcome): Look {
  return endings[outcome];
}

/** The colour of news: of an ending as in its row, of a trouble that of trouble. */
export function newsTone(news: News): Tone {
  if (news.of === 'archiveSaved') return 'accent';
  return news.of === 'ending' ? endings[news.outcome].tone : attention.tone;
}
