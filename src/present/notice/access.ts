import type { AccessTrouble } from '../../core/announcement.ts';
import { never } from '../../core/result.ts';
import { standingOf } from '../../core/standing.ts';
import type { Watch } from '../../core/watch.ts';
import type { NoticeDetail } from '../notice.ts';
import { reasonOf } from '../reason.ts';
import type { Words } from '../words.ts';

/** Of a notice that only the window can answer. */
export const opensWindow = { click: { do: 'openWindow' } as const, buttons: [] };

/** What a notice says of a portal that has been lost. */
export function accessNotice(
  trouble: AccessTrouble,
  watch: Watch | null,
  words: Words,
  now: number,
): NoticeDetail {
  const urgency = trouble === 'keyRefused' || trouble === 'noRight' ? 'critical' : 'normal';
  return { body: linesOf(trouble, watch, words, now).join('\n'), urgency, ...opensWindow };
}

/** While it lasts the portal's row knows more than the news: whose right is missing, what is wrong with a certificate. */
function linesOf(trouble: AccessTrouble, watch: Watch | null, words: Words, now: number): string[] {
  const standing = watch === null ? null : standingOf(watch, now);
  const known =
    standing !== null && standing.is === explained[trouble] ? reasonOf(standing, words, now) : null;
  return known === null
    ? plainLines(trouble, words)
    : [known.reason, ...(known.next === null ? [] : [known.next])];
}

/** The standing that explains the news; none for silence, whose row counts down to the next look. */
const explained = {
  keyRefused: 'keyRefused',
  noRight: 'forbidden',
  suspended: 'forbidden',
  certificate: 'certificate',
  silent: null,
} as const satisfies Record<AccessTrouble, string | null>;

function plainLines(trouble: AccessTrouble, { say }: Words): string[] {
  switch (trouble) {
    case 'keyRefused':
      return [say('why.keyRefused'), say('next.newKey')];
    case 'noRight':
      return [say('why.noRight'), say('next.noRight')];
    case 'suspended':
      return [say('why.suspended'), say('next.suspended')];
    case 'certificate':
      return [say('why.certificate.untrusted'), say('next.certificate')];
    case 'silent':
      return [say('why.silentNow')];
    default:
      return never(trouble);
  }
}
