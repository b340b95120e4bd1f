import type { Failure } from '../core/net/failure.ts';
import type { Job } from '../core/backup/job.ts';
import { redact } from '../core/base/redact.ts';
import type { Trouble } from '../core/access/trouble.ts';
import type { Saving } from '../core/saving/saving.ts';
import { statusOf } from '../core/status/statusOf.ts';
import { settingsOf, type State } from '../core/state.ts';
import type { Watch } from '../core/watch/watch.ts';
import type { Words } from './i18n/i18n.ts';

/** What is reported of the machine, by name: versions, the system, the kind of desktop. */
export type Machine = Record<string, string>;

/**
 * The text that a user can mail: what Keepwatch runs on, its settings, how each portal stood when it was last looked
 * at, and the log. Only what is named here goes in, no key and no link; each line is redacted all the same.
 */
export function diagnosticsText(
  state: State,
  facts: { machine: Machine; log: string; secrets: readonly string[] },
  words: Words,
  now: number,
): string {
  const report = {
    madeAt: moment(now),
    machine: facts.machine,
    application: state.application,
    settings: settingsOf(state),
    portals: state.watches.map((watch) => portalReport(watch, now)),
  };
  return [words.say('diagnostics.note'), '', JSON.stringify(report, null, 2), '', facts.log]
    .flatMap((part) => part.split('\n'))
    .map((line) => redact(line, facts.secrets))
    .join('\n');
}

function portalReport(watch: Watch, now: number): object {
  const { portal, keyStatus, access, poll, ledger, jobs, serverTrouble, saving } = watch;
  return {
    id: portal.id,
    status: statusOf(watch, now).is,
    keyStatus,
    serverTrouble: { times: serverTrouble.times, kind: serverTrouble.kind },
    answeredAt: moment(access.answeredAt),
    trouble: access.trouble === null ? null : troubleReport(access.trouble),
    nextPollAt: moment(poll.dueAt),
    notBefore: moment(poll.notBefore),
    pending: ledger.pending.length,
    told: ledger.told.length,
    saving: savingReport(saving),
    jobs: { portal: jobReport(jobs.portal), server: jobReport(jobs.server) },
  };
}

function savingReport({ wanted, attempt, written, unsaved, hinderedSince }: Saving): object {
  return {
    wanted: wanted.length,
    attempt: attempt.is,
    tries: attempt.tries,
    failure: attempt.is === 'waiting' ? (attempt.failure?.of ?? null) : null,
    written: written.length,
    damaged: written.filter(({ contents }) => contents === 'damaged').length,
    unsaved: unsaved?.why ?? null,
    hinderedSince: moment(hinderedSince),
  };
}

function troubleReport({ failure, since, failedAt, count, foundBefore, restored }: Trouble): object {
  return {
    kind: failure.kind,
    detail: detailOf(failure),
    since: moment(since),
    failedAt: moment(failedAt),
    count,
    cause: foundBefore,
    restored,
  };
}

/** Where it redirects to is an address, and such a one may be a secret. */
function detailOf(failure: Failure): string | null {
  return 'detail' in failure ? failure.detail : null;
}

function jobReport({ readAt, run, ending, reported, doubts }: Job): object {
  return {
    readAt: moment(readAt),
    run: run === null ? null : { ...run, ...runTimes(run), steps: run.steps.length },
    ending: ending === null ? null : endingReport(ending),
    reported,
    doubts: doubts.map(({ why, tries, refusals }) => ({ why, tries, refusals })),
  };
}

function runTimes(run: NonNullable<Job['run']>): object {
  return {
    firstSeenAt: moment(run.firstSeenAt),
    stageSince: moment(run.stageSince),
    changedAt: moment(run.changedAt),
    missedAt: moment(run.missedAt),
  };
}

function endingReport(ending: NonNullable<Job['ending']>): object {
  const { job, outcome, percent, error, archive, endedAt, timed, linkUntil, seen, link } = ending;
  return {
    job,
    outcome,
    percent,
    error,
    archive,
    endedAt: moment(endedAt),
    timed,
    hasLink: link !== '',
    linkUntil: moment(linkUntil),
    seen,
  };
}

// Swedish dates are those of ISO 8601: whoever reads this may live anywhere.
const moments = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'UTC',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** "2026-11-23 16:02:00", in UTC; null for never. */
function moment(at: number | null): string | null {
  return at === null || at === 0 || at === Infinity ? null : moments.format(at);
}

/** Instead of a file: that there is none. */
export function notSaved({ say }: Words): { message: string; detail: string } {
  return { message: say('diagnostics.notSaved'), detail: say('diagnostics.notSavedNext') };
}
