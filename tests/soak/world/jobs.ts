import { day, hour, minute, second } from '../../../src/core/base/time.ts';
import type { Ending, Plan } from '../../support/docspace/portal/job/plan.ts';
import type { StorageType } from '../../support/docspace/portal/storageType.ts';
import { isAtLeast } from '../../support/docspace/portal/version.ts';
import type { Luck } from '../luck.ts';

type Planned = { plan: Partial<Plan>; startedAt: number };
type Span = { from: number; to: number };
/** `scheduled`: when the schedule starts one, and where its archives go. */
type Circumstances = {
  version: string;
  standalone: boolean;
  span: Span;
  scheduled: { starts: readonly number[]; storage: StorageType | null };
};

/** How often backups are started by hand. */
const manualEach = 1.2 * day;

/** All the backups of one place: by schedule and by hand, alone and in quick succession, with every way to end. */
export function planJobs(name: string, circumstances: Circumstances, luck: Luck): Planned[] {
  const { span, scheduled } = circumstances;
  const byItself = scheduled.starts.map((at) => ({ at, scheduled: true }));
  const starts = [...byItself, ...manualStarts(span, luck)].sort((one, other) => one.at - other.at);
  const planned: Planned[] = [];
  const habits = habitsOf(luck.fork('habits'));
  let busyUntil = -Infinity;
  for (const { at, scheduled } of starts) {
    // The server hands back the job that runs, unless its worker has died: then another takes its place.
    if (at < busyUntil && !luck.happens(0.15)) continue;
    const startedAt = Math.floor(at);
    const task = `${name}-${String(planned.length).padStart(3, '0')}`;
    const plan = planOne(task, scheduled, habits, circumstances, luck);
    planned.push({ plan, startedAt });
    busyUntil = startedAt + lengthOf(plan, luck) * second;
  }
  return planned;
}

type Start = { at: number; scheduled: boolean };

/** By hand: at any time, and now and then several in a row, faster than anybody looks. */
function manualStarts({ from, to }: Span, luck: Luck): Start[] {
  const starts: Start[] = [];
  let at = from - 0.5 * day;
  for (;;) {
    at += -Math.log(1 - luck.draw()) * manualEach;
    if (at >= to) return starts;
    const more = luck.happens(0.15) ? Math.floor(luck.between(1, 4)) : 0;
    for (let index = 0; index <= more; index += 1) {
      starts.push({ at, scheduled: false });
      if (index < more) at += luck.stretch(5 * second, 20 * minute);
    }
  }
}

/** What the backups of one place have in common: how long each of their phases takes, in seconds. */
type Habits = Required<Pick<Plan, 'preparing' | 'archive' | 'plateau'>>;

/** Some places have so many tables, so much data or so slow a line that they stand at 0 % or upload for long each time. */
function habitsOf(luck: Luck): Habits {
  const slowLine = luck.happens(0.15);
  return {
    preparing: luck.happens(0.5) ? luck.stretch(900, 5400) : 0,
    archive: luck.stretch(60, 2400),
    plateau: slowLine ? luck.stretch(hour / second, (6 * hour) / second) : luck.stretch(10, 1200),
  };
}

/** Mostly much as ever; now and then as no other, and the first may be the slowest. */
function phasesOf({ preparing, archive, plateau }: Habits, luck: Luck): Habits {
  const alike = (seconds: number): number => Math.ceil(seconds * luck.stretch(0.75, 1.3));
  if (luck.happens(0.6)) {
    return { preparing: alike(preparing), archive: alike(archive), plateau: alike(plateau) };
  }
  const quick = luck.happens(0.25);
  const slowUpload = luck.happens(0.03);
  return {
    preparing: luck.happens(0.2) ? luck.stretch(1, 900) : 0,
    archive: Math.ceil(quick ? luck.stretch(1, 30) : luck.stretch(60, 2400)),
    plateau: Math.ceil(
      quick ? luck.stretch(1, 20) : luck.stretch(10, slowUpload ? (6 * hour) / second : 1200),
    ),
  };
}

function planOne(
  taskId: string,
  scheduled: boolean,
  habits: Habits,
  { version, standalone, scheduled: { storage } }: Circumstances,
  luck: Luck,
): Partial<Plan> {
  return {
    taskId,
    storage: (scheduled ? storage : null) ?? storageOf(standalone, luck),
    waiting: scheduled || luck.happens(0.5) ? 0 : luck.stretch(1, luck.happens(0.05) ? 2400 : 60),
    ...phasesOf(habits, luck),
    settling: Math.ceil(luck.stretch(1, 20)),
    ending: endingOf(version, luck),
  };
}

function storageOf(standalone: boolean, luck: Luck): StorageType {
  return luck.weigh<StorageType>([
    [5, 'DataStore'],
    [2, 'Documents'],
    [1, 'ThridpartyDocuments'],
    [2, 'ThirdPartyConsumer'],
    [standalone ? 1 : 0, 'Local'],
  ]);
}

function endingOf(version: string, luck: Luck): Ending {
  const at = Math.floor(luck.between(0, 91));
  const error = luck.pick([
    "Can't backup table files_file.",
    'Folder not found.',
    'Диск заполнен.',
    '<b>S3</b> & more',
  ]);
  // A backup can be stopped since 3.7.1.
  const stop = isAtLeast(version, '3.7.1') ? 4 : 0;
  return luck.weigh<Ending>([
    [46, { how: 'succeeds' }],
    [9, { how: 'succeeds', warning: 'Some files were not included in the backup.' }],
    [10, { how: 'fails', at, error }],
    [6, { how: 'failsAfterwards', error }],
    [5, { how: 'crashes', error: 'One or more errors occurred.' }],
    [2, { how: 'freezes', at }],
    [5, { how: 'vanishes', at, archived: true }],
    [5, { how: 'vanishes', at, archived: false }],
    [stop, { how: 'isCancelled', at, leaves: 'nothing' }],
    [stop, { how: 'isCancelled', at, leaves: 'entry' }],
  ]);
}

/** Seconds until the server takes another one. A dead job stands in the way for a day, or until somebody frees it. */
function lengthOf(
  { waiting = 0, preparing = 0, archive = 0, plateau = 0, ending }: Partial<Plan>,
  luck: Luck,
): number {
  if (ending?.how === 'freezes' || ending?.how === 'crashes') return luck.stretch(hour, day) / second;
  return waiting + preparing + archive + plateau;
}
