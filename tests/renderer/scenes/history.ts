import type { HistoryView } from '../../../src/contract/historyView.ts';
import type { Outcome } from '../../../src/core/backup/outcome.ts';
import { newRunRecord, type RunRecord } from '../../../src/core/history/runRecord.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { day, failures, minute } from '../../support/given.ts';
import { World } from './world.ts';

// What the runs of a portal can show, on Thursday, 14 May.

const today = Date.parse('2026-05-14T03:00:00Z');

/** Acme's portal as it is opened, an hour after its last look. */
function acme(): World {
  const world = new World().at('14 14:00');
  world.watch('Acme Documents', 'https://acme.onlyoffice.com');
  return world.at('14 14:01');
}

/** A run at three in the morning, so many days ago, of so many minutes. */
function nightly(daysAgo: number, minutes: number, outcome: Outcome = 'finished', percent = 100): RunRecord {
  const begin = today - daysAgo * day + ((daysAgo * 7) % 5) * minute;
  const end = begin + minutes * minute;
  const reached = Math.min(90, percent);
  const archiving = outcome === 'finished' ? minutes * 0.8 : minutes;
  const points = Array.from({ length: Math.floor(reached / 6) + 1 }, (_, index) => index * 6);
  return {
    ...newRunRecord('portal', `night ${daysAgo}`),
    start: { at: begin, seen: true },
    stages: {
      waiting: null,
      running: begin,
      uploading: outcome === 'finished' ? begin + archiving * minute : null,
    },
    trace: points.map((at) => ({
      at: begin + Math.round((at / Math.max(6, reached)) ** 1.1 * archiving * minute),
      percent: at,
    })),
    end: {
      outcome,
      at: end,
      timed: true,
      percent,
      reason: outcome === 'failed' ? 'Can’t backup table files_file.' : '',
    },
    archive:
      outcome === 'finished'
        ? {
            name: `acme_2026-05-${String(14 - (daysAgo % 14)).padStart(2, '0')}_03-24-11.tar.gz`,
            storage: daysAgo % 2 === 0 ? 'cloud' : 'temporary',
            createdAt: end,
            expiresAt: daysAgo % 2 === 0 ? null : end + day,
          }
        : null,
  };
}

/** Nights as they come: longer as the portal grows, some of which went wrong. */
export function nights(count: number): RunRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const minutes = 24 - index / 40 + ((index * 13) % 7) - 3;
    if (index % 17 === 3) return nightly(index, 4 + (index % 9), 'failed', 31);
    if (index % 29 === 9) return nightly(index, minutes, 'gaps');
    if (index % 31 === 12) return nightly(index, 9, 'cancelled', 40);
    if (index % 37 === 6) return nightly(index, minutes, 'unknown', 71);
    return nightly(index, minutes);
  });
}

function shown(world: World, runs: RunRecord[]): HistoryView {
  return world.remembers('acme', runs).history('acme');
}

export function noRuns(): HistoryView {
  return shown(acme(), []);
}

export function oneRun(): HistoryView {
  return shown(acme(), nights(1));
}

export function threeRuns(): HistoryView {
  return shown(acme(), [nightly(0, 22), nightly(1, 4, 'failed', 31), nightly(2, 20)]);
}

export function failedRun(): HistoryView {
  const world = acme().remembers('acme', nights(9));
  return world.history('acme', { scope: 'portal', id: 'night 3' });
}

export function manyRuns(): HistoryView {
  return shown(acme(), nights(400));
}

/** A backup runs, and it is known how long they take. */
export function runningRun(): HistoryView {
  const world = acme().run('acme', { seconds: 12 }).at('14 14:10:30');
  return shown(world, nights(40));
}

export function uploadingRun(): HistoryView {
  const world = acme().run('acme', { seconds: 4 }).at('14 14:20:30');
  return shown(world, nights(6));
}

/** What the list alone tells: archives, and when they were made. */
export function listedRuns(): HistoryView {
  const archives = [0, 1, 2].map((daysAgo) => ({
    task: `task ${daysAgo}`,
    archive: `acme_2026-05-${14 - daysAgo}_03-24-11.tar.gz`,
    storage: 'cloud' as const,
    createdAt: today + 24 * minute - daysAgo * day,
    expiresAt: null,
  }));
  return shown(acme().lists('acme', succeed(archives)), []);
}

export function unpaidRuns(): HistoryView {
  return shown(acme().lists('acme', fail(failures.unpaid)), nights(2));
}

/** All of four hundred, as somebody has wanted. */
export function allRuns(): HistoryView {
  return acme().remembers('acme', nights(400)).history('acme', null, true);
}
