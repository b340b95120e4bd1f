import { describe, expect, test } from 'vitest';
import {
  announceAccess,
  announceEnding,
  announceKeyEnds,
  announceRestored,
  announceOverdue,
  announceScheduleGone,
  announceStuck,
} from '../../../src/core/news/announcement.ts';
import { pastRun } from '../../support/core/pastRun.ts';
import { applyProgress } from '../../../src/core/backup/applyProgress.ts';
import { parseSavedWatch, fromSaved, toSaved } from '../../../src/core/watch/savedWatch.ts';
import { newJob } from '../../../src/core/backup/job.ts';
import { newSchedule } from '../../../src/core/schedule/schedule.ts';
import { newWatch, type Watch } from '../../../src/core/watch/watch.ts';
import {
  acme,
  day,
  half,
  hour,
  minute,
  nothing,
  reads,
  readsFinished,
  secret,
  standstill,
  start,
} from '../../support/given.ts';

const plan = { period: 'week', hour: 3, day: 7, temporary: true } as const;

const fresh = newWatch(acme, start, half);

/** A watch with something in every part that is remembered. */
function fullWatch(): Watch {
  const known = applyProgress(newJob, nothing, start).job;
  const running = applyProgress(known, reads(), start + 1).job;
  const finished = applyProgress(running, readsFinished(), start + 2);
  const replaced = applyProgress(
    applyProgress(known, reads(), start + 1).job,
    readsFinished({ task: 'b' }),
    start + 2,
  );
  const ended = [...finished.ended, ...replaced.ended].map((ending) =>
    announceEnding('portal', ending, start),
  );
  const [pending, ...others] = ended;
  if (pending === undefined) throw new Error('nothing has ended');
  return {
    ...fresh,
    jobs: { portal: applyProgress(finished.job, reads({ task: 'c' }), start + 3).job, server: replaced.job },
    ledger: {
      pending: [
        pending,
        announceStuck('server', 'x', standstill, start),
        announceAccess('keyRestored', start),
        announceKeyEnds(start + day, 1, start),
        announceOverdue('portal', start, start - day, start),
        announceScheduleGone('server', start, start),
        announceRestored({ ended: 'failed', error: 'Folder not found.', since: start }, start),
      ],
      told: others.map(({ id }) => id),
    },
    key: { writes: true, endsAt: start + day, askAt: start + 1, told: 1 },
    schedules: {
      portal: {
        ...newSchedule('portal'),
        plan,
        zone: 'Europe/Berlin',
        dueAt: start + hour,
        missedDue: start - day,
      },
      server: { ...newSchedule('server'), goneAt: start },
    },
    pasts: { portal: [], server: [pastRun(), pastRun({ uploading: hour })] },
  };
}

describe('what is remembered of a portal', () => {
  test('before past runs taught anything, they taught nothing; what they taught that cannot be read is learned anew', () => {
    const { pasts, ...older } = toSaved(fullWatch());
    expect(parseSavedWatch(older)?.pasts).toEqual({ portal: [], server: [] });
    const damaged = { portal: [pastRun({ uploading: -1 })], server: pasts.server };
    expect(parseSavedWatch({ ...older, pasts: damaged })?.pasts).toEqual({
      portal: [],
      server: pasts.server,
    });
  });

  test('survives the disk, and being recalled', () => {
    const saved = toSaved(fullWatch());
    const read = parseSavedWatch(JSON.parse(JSON.stringify(saved)));
    expect(read).toEqual(saved);
    expect(read === null ? null : toSaved(fromSaved(fresh, read, start + minute))).toEqual(saved);
  });

  test('from a damaged file is cut to what can be shown, and what is cut is nobody else', () => {
    const saved = JSON.stringify(toSaved(fullWatch()), (_name, value: unknown) =>
      typeof value === 'string' && value !== '' && !/^[a-z]+$/i.test(value)
        ? `${value}\u202E\n${'x'.repeat(9000)}`
        : value,
    );
    const read = parseSavedWatch(JSON.parse(saved));
    expect(saved.length).toBeGreaterThan(50_000);
    expect(JSON.stringify(read).length).toBeLessThan(10_000);
    expect(read?.jobs.portal.ending?.job).toMatch(/^task-a/);
  });

  test('holds no link', () => {
    const watch = fullWatch();
    expect(JSON.stringify(watch)).toContain(secret);
    expect(JSON.stringify(toSaved(watch))).not.toContain(secret);
  });

  test('a run goes on where it is: when it began is kept, how fast it was is not', () => {
    const known = applyProgress(newJob, nothing, start).job;
    const watch = { ...fresh, jobs: { portal: applyProgress(known, reads(), start).job, server: newJob } };
    expect(fromSaved(fresh, toSaved(watch), start + minute).jobs.portal).toMatchObject({
      readAt: null,
      run: { task: 'task-a', firstSeenAt: start, percent: 0, stage: 'waiting', steps: [], missedAt: null },
    });
  });

  test('after a start the history is asked only when a look has confirmed that it must be', () => {
    const { doubts } = fromSaved(fresh, toSaved(fullWatch()), start + minute).jobs.server;
    expect(doubts).toHaveLength(2);
    expect(doubts).toMatchObject([{ confirmed: false, tries: 0, refusals: 0, askAt: start + minute }, {}]);
  });
});

describe('a memory that cannot be used is none', () => {
  const good = JSON.parse(JSON.stringify(toSaved(fullWatch())));

  test('as it was written it can', () => {
    expect(parseSavedWatch(good)).not.toBeNull();
  });

  test.each([
    ['nothing', null],
    ['a list', []],
    ['no jobs', { ...good, jobs: undefined }],
    ['no ledger', { ...good, ledger: undefined }],
    ['a ledger of another kind', { ...good, ledger: { pending: {}, told: [] } }],
    ['an unknown outcome', ending({ outcome: 'exploded' })],
    ['a moment beyond all dates', ending({ endedAt: 1e300 })],
    ['a moment before all computers', ending({ endedAt: -1 })],
    ['an expiry beyond all dates', ending({ linkUntil: 8.64e15 })],
    ['a percentage beyond 100', ending({ percent: 101 })],
    ['a percentage below 0', ending({ percent: -1 })],
    ['no key', { ...good, key: undefined }],
    [
      'a cause that nobody knows',
      {
        ...good,
        ledger: { pending: [{ id: 'x', at: 1, news: { of: 'access', cause: 'weather' } }], told: [] },
      },
    ],
    [
      'unknown news',
      { ...good, ledger: { pending: [{ id: 'x', at: 1, news: { of: 'rumour' } }], told: [] } },
    ],
  ])('%s', (_what, stored) => {
    expect(parseSavedWatch(stored)).toBeNull();
  });

  function ending(parts: Record<string, unknown>) {
    const portal = { ...good.jobs.portal, ending: { ...good.jobs.portal.ending, ...parts } };
    return { ...good, jobs: { ...good.jobs, portal } };
  }

  test.each([
    ['written before there were any', { ...good, schedules: undefined }],
    ['in a time zone that is gone', schedule({ zone: 'Middle/Earth' })],
    ['at an hour that no day has', schedule({ plan: { ...plan, hour: 24 } })],
    ['with a moment beyond all dates', schedule({ dueAt: 1e300 })],
  ])('schedules that cannot be read are asked for again, and cost nothing else: %s', (_what, stored) => {
    const read = parseSavedWatch(stored);
    expect([read?.jobs, read?.schedules.portal]).toEqual([good.jobs, null]);
    expect(read && fromSaved(fresh, read, start).schedules.portal).toMatchObject({
      plan: null,
      askAt: start,
    });
  });

  function schedule(parts: Record<string, unknown>) {
    return { ...good, schedules: { ...good.schedules, portal: { ...good.schedules.portal, ...parts } } };
  }

  test('parts of a newer one are left out', () => {
    expect(parseSavedWatch({ ...good, mood: 'fine' })).toEqual(good);
  });
});
