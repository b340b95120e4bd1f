import { failureOfStatus } from '../net/httpStatus.ts';
import { assertNever } from '../base/result.ts';
import type { SaveFailure } from './order.ts';
import type { FileVersion } from './part.ts';
import { validatorOf } from './validator.ts';

/** What a server says of an archive before it sends it. `origin`: which server. */
export type ArchiveAnswer = {
  origin: string;
  status: number;
  contentType: string;
  contentLength: string | null;
  contentRange: string | null;
  etag: string | null;
  lastModified: string | null;
  date: string | null;
  location: string | null;
  retryAfter: string | null;
  rateLimitReset: string | null;
};

/** What was asked for: the whole file (null), or the rest of one of which a part is there. */
type AskedPart = { from: number; file: FileVersion };

/** What to make of an answer. */
type ArchiveVerdict =
  /** The bytes from there on are coming. */
  | { now: 'receive'; from: number; file: FileVersion }
  /** What is there already is the whole file. */
  | { now: 'finish' }
  /** The part is of no use: the whole file is asked for. */
  | { now: 'startAnew' }
  | { now: 'fail'; failure: SaveFailure };

/** Judges an answer (RFC 9110, 14 and 15). A rest that does not fit what is there is never put behind it. */
export function judgeArchiveAnswer(
  answer: ArchiveAnswer,
  asked: AskedPart | null,
  now: number,
): ArchiveVerdict {
  const kind = kindOf(answer, asked !== null);
  switch (kind) {
    case 'whole': {
      const page = pageOf(answer);
      if (page !== null) return { now: 'fail', failure: page };
      return {
        now: 'receive',
        from: 0,
        file: { validator: validatorOf(answer), size: lengthOf(answer.contentLength) },
      };
    }
    case 'rest':
      return asked === null ? unexpected(answer, now) : judgeRest(answer, asked);
    case 'outOfRange':
      return isWhole(answer, asked) ? { now: 'finish' } : { now: 'startAnew' };
    case 'expired':
      return { now: 'fail', failure: { of: 'link', why: 'expired' } };
    case 'gone':
      return { now: 'fail', failure: { of: 'link', why: 'gone' } };
    case 'other':
      return unexpected(answer, now);
    default:
      return assertNever(kind);
  }
}

function kindOf(
  { status, contentType }: ArchiveAnswer,
  partly: boolean,
): 'whole' | 'rest' | 'outOfRange' | 'expired' | 'gone' | 'other' {
  if (status === 200) return 'whole';
  if (status === 206 && partly) return 'rest';
  // DocSpace's own storage says 400 to a range that it cannot give (server 3.7.2, StorageHandler).
  if ((status === 416 || status === 400) && partly) return 'outOfRange';
  if (status === 403) return 'expired';
  // DocSpace says nothing with a 404: a page is a gateway's that knows no portal for now.
  const isPage = /^text\//i.test(contentType);
  return status === 410 || (status === 404 && !isPage) ? 'gone' : 'other';
}

function judgeRest(answer: ArchiveAnswer, { from, file }: AskedPart): ArchiveVerdict {
  const [, first, last, all] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/i.exec(answer.contentRange ?? '') ?? [];
  const size = all === undefined || all === '*' ? null : Number(all);
  const fits =
    Number(first) === from &&
    (file.size === null || size === file.size || (size === null && file.validator !== null)) &&
    (size === null || Number(last) === size - 1) &&
    (answer.etag === null || file.validator === null || !isOther(answer.etag, file.validator));
  return fits ? { now: 'receive', from, file: { ...file, size: size ?? file.size } } : { now: 'startAnew' };
}

/** Another version than the one that was asked for, from a server that does not know `If-Range`. */
function isOther(etag: string, validator: string): boolean {
  return validator.startsWith('"') && etag !== validator;
}

function isWhole({ contentRange }: ArchiveAnswer, asked: AskedPart | null): boolean {
  const [, size] = /^bytes \*\/(\d+)$/i.exec(contentRange ?? '') ?? [];
  return asked !== null && Number(size) === asked.from && (asked.file.size ?? asked.from) === asked.from;
}

/** A sign-in page or an error in words in place of the archive. */
function pageOf({ contentType }: ArchiveAnswer): SaveFailure | null {
  const isPage = /^(text\/html|application\/xhtml)/i.test(contentType);
  const isText = /^(application|text)\/([\w.-]+\+)?(json|xml)\b/i.test(contentType);
  if (!isPage && !isText) return null;
  const kind = isPage ? 'notDocSpace' : 'unreadable';
  return { of: 'network', failure: { kind, detail: 'page', retryAt: null } };
}

function unexpected(answer: ArchiveAnswer, now: number): ArchiveVerdict {
  const failure = failureOfStatus(answer.status, answer, now);
  return {
    now: 'fail',
    failure: {
      of: 'network',
      failure: failure ?? { kind: 'unexpected', detail: String(answer.status), retryAt: null },
    },
  };
}

function lengthOf(header: string | null): number | null {
  return header !== null && /^\d{1,15}$/.test(header) ? Number(header) : null;
}
