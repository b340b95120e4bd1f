import * as fc from 'fast-check';
import type { Event } from '../../../src/core/event.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { folderTroubles, type SaveFailure } from '../../../src/core/saving/order.ts';
import type { State } from '../../../src/core/state.ts';
import { failures } from '../given.ts';
import { savedArchive } from './saves.ts';

/** Any backup that somebody may speak of. */
export const backup = fc.record(
  {
    scope: fc.constantFrom('portal' as const, 'server' as const),
    job: fc.constantFrom('task-a', 'run 1', ''),
  },
  { noNullPrototype: true },
);
const savedArchives = fc
  .tuple(fc.nat({ max: 5 }), fc.boolean())
  .map(([index, damaged]) =>
    savedArchive({ file: `/backups/${index}`, ...(damaged ? { contents: 'damaged' } : {}) }),
  );
const saveFailures = fc.constantFrom<SaveFailure[]>(
  ...folderTroubles.map((why) => ({ of: 'folder' as const, why })),
  { of: 'link', why: 'expired' },
  { of: 'link', why: 'gone' },
  { of: 'size' },
  { of: 'network', failure: failures.timeout },
  { of: 'stopped' },
);

/** What may happen to the saving of a portal's archives, in any order. */
export function savingEvents(id: fc.Arbitrary<string>): fc.Arbitrary<Event> {
  return fc.oneof(
    fc.record({
      type: fc.constant('saveEvery' as const),
      portal: id,
      keep: fc.constantFrom(1 as const, 3 as const, 'all' as const, 'off' as const),
    }),
    fc.record({
      type: fc.constant('folderChosen' as const),
      portal: id,
      backup: fc.option(backup),
      keep: fc.constantFrom(null, 1 as const, 2 as const),
      folder: fc.constantFrom('/backups', 'C:\\backups'),
    }),
    fc.record({ type: fc.constant('retrySaving' as const), portal: id }),
    fc.record({
      type: fc.constant('saveProgress' as const),
      portal: id,
      backup,
      progress: fc.record({
        stage: fc.constantFrom('receiving' as const, 'reading' as const),
        done: fc.nat(),
        size: fc.option(fc.nat()),
      }),
    }),
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('saveEnded' as const),
        portal: id,
        backup,
        result: fc.oneof(savedArchives.map(succeed), saveFailures.map(fail)),
      }),
    },
    fc.record({
      type: fc.constant('archivesGone' as const),
      portal: id,
      files: fc.array(fc.constantFrom('/backups/0', '/backups/1'), { maxLength: 2 }),
    }),
  );
}

/** How the save ends that is under way, half the time. */
export function aimedEnd(event: Event, state: State): Event {
  if (event.type !== 'saveEnded' || event.backup.job === '') return event;
  const [wanted] = state.watches.find(({ portal }) => portal.id === event.portal)?.saving.wanted ?? [];
  return wanted === undefined ? event : { ...event, backup: wanted.backup };
}
