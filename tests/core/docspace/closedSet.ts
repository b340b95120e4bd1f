import { isTimeZone } from '../../../src/core/docspace/timeZone.ts';
import type { Reply } from '../../../src/core/docspace/question.ts';
import { latest } from '../../../src/core/base/time.ts';
import { day, start } from '../../support/given.ts';

// What a reply can be, checked by hand: a second opinion on the schemas.

const certificates = ['untrusted', 'selfSigned', 'expired', 'notYetValid', 'wrongHost', 'revoked'];
const answerKinds = [
  ...['keyRefused', 'unpaid', 'forbidden', 'notThere', 'serverError', 'serviceDown', 'notDocSpace'],
  ...['unreadable', 'tooLarge', 'unexpected'],
];

/** What is wrong with a reply; null where nothing is. */
export function flawOf(reply: Reply): string | null {
  if (!reply.got.ok) return flawOfFailure(reply.got.reason);
  switch (reply.ask) {
    case 'progress':
    case 'start':
      return reply.got.value.job === null ? null : flawOfJob(reply.got.value.job);
    case 'history':
      return reply.got.value.map(flawOfRecord).find((flaw) => flaw !== null) ?? null;
    case 'settings': {
      const { docSpace, standalone, name, tenant } = reply.got.value;
      return (
        flags({ docSpace, standalone }) ??
        line('name', name, 80) ??
        (['active', 'suspended', 'restoring', 'busy'].includes(tenant) ? null : `tenant ${tenant}`)
      );
    }
    case 'schedule': {
      const { schedule, target, ahead } = reply.got.value;
      if (!Number.isFinite(ahead)) return `ahead ${ahead}`;
      if (target !== null && Object.values(target.params).some((param) => typeof param !== 'string'))
        return 'target';
      if (schedule === null) return null;
      const { hour, day: on, period, temporary } = schedule;
      const whole = [hour, on].every(Number.isInteger) && hour >= 0 && hour <= 23 && on >= 0 && on <= 31;
      return whole && ['day', 'week', 'month'].includes(period)
        ? flags({ temporary })
        : `schedule ${hour} ${on}`;
    }
    case 'timeZone':
      return reply.got.value === null || isTimeZone(reply.got.value) ? null : `time zone ${reply.got.value}`;
    case 'freeBackups':
      return Number.isInteger(reply.got.value) && reply.got.value >= 0 ? null : `count ${reply.got.value}`;
    case 'version':
      return line('version', reply.got.value, 20);
    case 'key': {
      const { name, readsBackups, writes, readOnly, expiresAt } = reply.got.value;
      return (
        flags({ readsBackups, writes, readOnly }) ?? line('name', name, 60) ?? moment('expiresAt', expiresAt)
      );
    }
    case 'self':
      return (
        flags({ administrator: reply.got.value.administrator }) ?? line('name', reply.got.value.name, 80)
      );
    case 'stop':
      return flags({ stopped: reply.got.value });
    case 'restore': {
      const restore = reply.got.value ?? { percent: 0 };
      if ('ended' in restore) return line('error', restore.error, 500);
      const { percent } = restore;
      return Number.isInteger(percent) && percent >= 0 && percent <= 100 ? null : `restore ${percent}`;
    }
    default:
      return reply satisfies never;
  }
}

const leads = ['upgrade', 'ownPage', 'elsewhere', 'downgrade', 'nowhere'];

type Failed = Extract<Reply['got'], { ok: false }>['reason'];

function flawOfFailure(reason: Failed): string | null {
  if (reason.kind === 'redirected') return leads.includes(reason.to.leads) ? null : 'leads';
  if ('retryAt' in reason && reason.retryAt !== null && !(reason.retryAt <= start + day)) return 'retryAt';
  if (reason.kind === 'rateLimited') return null;
  if (reason.kind === 'certificate') return certificates.includes(reason.problem) ? null : reason.problem;
  return answerKinds.includes(reason.kind) ? line('detail', reason.detail, 60) : `kind ${reason.kind}`;
}

type Job = NonNullable<Extract<Extract<Reply, { ask: 'progress' }>['got'], { ok: true }>['value']['job']>;

function flawOfJob({ task, percent, completed, error, warning, link, status }: Job): string | null {
  if (task !== null && (typeof task !== 'string' || task === '' || task.length > 130)) return `task ${task}`;
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) return `percent ${percent}`;
  if (status !== null && typeof status !== 'number') return 'status';
  if (typeof link !== 'string') return 'link';
  return flags({ completed }) ?? line('error', error, 500) ?? line('warning', warning, 500);
}

type Archived = Extract<Extract<Reply, { ask: 'history' }>['got'], { ok: true }>['value'][number];

function flawOfRecord({ task, archive, createdAt, expiresAt }: Archived): string | null {
  if (typeof task !== 'string' || task.length > 130) return 'task';
  return line('archive', archive, 120) ?? moment('createdAt', createdAt) ?? moment('expiresAt', expiresAt);
}

function line(name: string, text: string, limit: number): string | null {
  if (typeof text !== 'string' || text.length > limit) return `${name} is too long`;
  return /[\p{Cc}\p{Surrogate}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u.test(text)
    ? `${name} does harm`
    : null;
}

function moment(name: string, at: number | null): string | null {
  return at === null || (at > 0 && at <= latest) ? null : `${name} is no moment`;
}

function flags(all: Record<string, boolean>): string | null {
  return Object.entries(all).find(([, flag]) => typeof flag !== 'boolean')?.[0] ?? null;
}
