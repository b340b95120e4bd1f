import { describe, expect, test } from 'vitest';
import { parseProgress } from '../../../src/core/docspace/progress.ts';
import type { Outcome } from '../../../src/core/backup/outcome.ts';
import { succeed } from '../../../src/core/base/result.ts';
import { versions, wireJob, wrapped } from '../docspace/answers.ts';
import { link, minute, recordOf, start } from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';

// The table of everything that a backup can come to, from the wire to the ledger.

type Wire = Record<string, unknown> | null;
const finished = { isCompleted: true, progress: 100 };

type Row = {
  readings: Wire[];
  /** The history has a record of the job. */
  archived?: boolean;
  told: Outcome[];
  /** Servers of these versions cannot tell. */
  except?: string[];
};

const old = 'before `taskId` (2.4)';
const noWarning = ['before `warning` (3.5)', old];

const rows: Record<string, Row> = {
  'no job at all': { readings: [null, null], told: [] },
  'waiting for a worker': { readings: [wireJob({ progress: 0, status: 0 })], told: [] },
  running: { readings: [wireJob(), wireJob({ progress: 60 })], told: [] },
  uploading: { readings: [wireJob(), wireJob({ progress: 90 }), wireJob({ progress: 90 })], told: [] },
  'finished with a link': { readings: [wireJob(), wireJob({ ...finished, link })], told: ['finished'] },
  'finished, the status a moment behind': {
    readings: [wireJob(), wireJob({ ...finished, link }), wireJob({ ...finished, link, status: 2 })],
    archived: true,
    told: ['finished'],
  },
  'finished, stored elsewhere': { readings: [wireJob(), wireJob(finished)], told: ['finished'] },
  'finished, link on another host': {
    readings: [wireJob(), wireJob({ ...finished, link: 'https://s3.example/acme.tar.gz?X-Amz-Signature=x' })],
    told: ['finished'],
  },
  'finished with gaps': {
    readings: [wireJob(), wireJob({ ...finished, link, warning: 'Some files were not included' })],
    told: ['gaps'],
    except: noWarning,
  },
  failed: {
    readings: [wireJob(), wireJob({ isCompleted: true, error: "Can't backup table files_file.", status: 2 })],
    told: ['failed'],
  },
  'failed before it began, never completed': {
    readings: [
      wireJob({ progress: 0, status: 0 }),
      wireJob({ progress: 0, error: 'One or more errors occurred.', status: 4 }),
    ],
    told: ['failed'],
  },
  'failed by its status alone': {
    readings: [wireJob(), wireJob({ status: 4 })],
    told: ['failed'],
    except: ['before `status` (3.7.0)', ...noWarning],
  },
  'failed at a percentage below the one that was shown': {
    readings: [wireJob(), wireJob({ isCompleted: true, progress: 0, error: 'Out of memory.', status: 2 })],
    told: ['failed'],
  },
  'failed without a readable reason': {
    readings: [wireJob(), wireJob({ isCompleted: true, error: '\u0000 \u202E', status: 2 })],
    told: ['failed'],
  },
  'an error, and yet an archive': {
    readings: [wireJob(), wireJob({ ...finished, error: 'Mail could not be sent.', status: 2 })],
    archived: true,
    told: ['problem'],
    except: [old],
  },
  'finished, and then an error all the same': {
    readings: [
      wireJob(),
      wireJob({ ...finished, link }),
      wireJob({ ...finished, link, error: 'Billing failed.', status: 2 }),
      wireJob({ ...finished, link, error: 'Billing failed.', status: 2 }),
    ],
    archived: true,
    told: ['finished', 'problem'],
    except: [old],
  },
  'cancelled, its entry left behind': {
    readings: [wireJob(), wireJob({ isCompleted: true, warning: 'Backup cancelled', status: 3 })],
    told: ['cancelled'],
    except: noWarning,
  },
  'cancelled by its status, not completed': {
    readings: [wireJob(), wireJob({ status: 3 })],
    told: ['cancelled'],
    except: ['before `status` (3.7.0)', ...noWarning],
  },
  'cancelled or stopped, its entry gone': {
    readings: [wireJob(), null, null],
    told: ['unknown'],
  },
  'vanished, with an archive': {
    readings: [wireJob(), null, null],
    archived: true,
    told: ['finished'],
    except: [old],
  },
  'of another kind: a restore is no backup': {
    readings: [wireJob({ backupProgressEnum: 1 }), wireJob({ ...finished, backupProgressEnum: 'Restore' })],
    told: [],
    except: ['a version to come'],
  },
};

const cases = Object.entries(rows).flatMap(([what, row]) =>
  Object.keys(versions)
    .filter((version) => row.except?.includes(version) !== true)
    .map((version) => ({ what, version, ...row })),
);

function readAs(version: string, wire: Wire) {
  const read = parseProgress(wrapped(wire === null ? undefined : versions[version]?.(wire)), start);
  if (!read.ok) throw new Error(`${version} was not understood: ${read.reason.kind}`);
  return read.value;
}

describe('what a backup comes to', () => {
  test.each(cases)('$what: $version', ({ version, readings, archived, told }) => {
    const story = new Story().begins();
    if (archived === true) story.script().history = succeed([recordOf()]);
    for (const wire of readings) story.looks(readAs(version, wire));
    story.passes(5 * minute);
    const job = version === old ? 'run 1' : 'task-a';
    expect(story.shell.told()).toEqual(told.map((outcome) => `acme: portal ${job} ${outcome}`));
  });
});
