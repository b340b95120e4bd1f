import type { Glyph, Tone } from '../../contract/snapshot.ts';
import type { News } from '../../core/news/announcement.ts';
import type { Outcome } from '../../core/backup/outcome.ts';
import { never } from '../../core/base/result.ts';
import type { Standing } from '../../core/status/statusOf.ts';

/** The shape and the colour of a standing. Round is well, cornered is not. */
export function glyphOf(standing: Standing): { glyph: Glyph; tone: Tone } {
  switch (standing.is) {
    case 'running':
      return { glyph: { shape: 'running', percent: standing.percent }, tone: 'accent' };
    case 'waiting':
      return { glyph: { shape: 'running', percent: 0 }, tone: 'accent' };
    case 'uploading':
      return { glyph: { shape: 'uploading' }, tone: 'accent' };
    case 'ended':
      return endings[standing.ending.outcome];
    case 'ending':
      return { glyph: { shape: 'running', percent: standing.percent }, tone: 'accent' };
    case 'restoring':
      return { glyph: { shape: 'running', percent: standing.percent ?? 0 }, tone: 'accent' };
    case 'forbidden':
      return standing.cause === 'busy'
        ? { glyph: { shape: 'running', percent: 0 }, tone: 'accent' }
        : attention;
    case 'firstLook':
    case 'idle':
      return { glyph: { shape: 'idle' }, tone: 'calm' };
    case 'silent':
    case 'askedToWait':
      return standing.long ? attention : offline;
    case 'keyringClosed':
    case 'keyMissing':
    case 'keyRefused':
    case 'unpaid':
    case 'certificate':
    case 'proxy':
    case 'stuck':
    case 'gone':
      return attention;
    default:
      return never(standing);
  }
}

type Look = { glyph: Glyph; tone: Tone };

const attention: Look = { glyph: { shape: 'attention' }, tone: 'warn' };
const offline: Look = { glyph: { shape: 'offline' }, tone: 'calm' };

const endings: Record<Outcome, Look> = {
  finished: { glyph: { shape: 'finished' }, tone: 'accent' },
  gaps: attention,
  problem: attention,
  unknown: attention,
  failed: { glyph: { shape: 'failed' }, tone: 'danger' },
  cancelled: { glyph: { shape: 'idle' }, tone: 'calm' },
};

/** The colour of news: of an ending as in its row, of a trouble that of trouble. */
export function newsTone(news: News): Tone {
  return news.of === 'ending' ? endings[news.outcome].tone : attention.tone;
}
