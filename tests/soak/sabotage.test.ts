import { describe, expect, test } from 'vitest';
import type { Figures } from './judge/figures.ts';
import { complaintsOf } from './report.ts';
import { soak } from './soak.ts';
import type { Sabotage } from './watcher/surroundings.ts';

// Whether the judge of `npm run soak` would notice: an application that does wrong on purpose, each time another wrong.

describe('an application that does wrong is found out', () => {
  test('it goes on sending a key without encryption', async () => {
    const soaked = await soak({ portals: 5, days: 1, seed: 8, sabotage: { plainly: true } });
    expect(complaintsOf(soaked)).toContain('leaked: the key of p5 was sent without encryption');
  });

  const size = { portals: 2, days: 1, seed: 8 };
  const swap = (id: string): string => id.replace(/finished$/, 'failed');

  test.each<[string, Sabotage, (figures: Figures) => number, RegExp]>([
    ['it says nothing', { shown: () => [] }, ({ endings }) => endings.lost, /^lost: .* was not told$/],
    [
      'it says everything twice',
      { shown: (items) => [...items, ...items] },
      ({ endings, alarms }) => endings.doubled + alarms.doubled,
      /^doubled: .* was told/,
    ],
    [
      'it says "failed" of what finished',
      { shown: (items) => items.map(({ portal, id }) => ({ portal, id: swap(id) })) },
      ({ endings }) => endings.wrong,
      /^wrong: .* was told as failed, not finished$/,
    ],
    [
      'it tells of a backup that never was',
      { shown: (items) => [...items, { portal: 'p1', id: 'portal made-up finished' }] },
      ({ endings }) => endings.wrong,
      /^wrong: .* was told as finished, and never seen$/,
    ],
    [
      'it says that a good key is refused',
      { shown: (items) => [...items, { portal: 'p1', id: 'access keyRefused' }] },
      ({ alarms }) => alarms.false,
      /^false alarm: .* was told, and is not so$/,
    ],
    [
      'it says that a moving backup is stuck',
      { shown: (items) => [...items, { portal: 'p1', id: 'portal p1-portal-001 stuck running 37' }] },
      ({ alarms }) => alarms.false,
      /^false alarm: .*stuck .*" was told, and is not so$/,
    ],
    [
      'it says of a backup that ran that it did not',
      { shown: (items) => [...items, { portal: 'p1', id: 'portal overdue 1795150800000' }] },
      ({ dues }) => dues.false,
      /^false alarm: .*overdue .*" was told, and is not so$/,
    ],
    [
      'it says of a backup that has just finished that it is too old',
      {
        shown: (items) =>
          items.flatMap((item) => [
            item,
            { ...item, id: item.id.replace(/^portal .* finished$/, 'outdated 1') },
          ]),
      },
      ({ dues }) => dues.false,
      /^false alarm: .*outdated 1" was told, and is not so$/,
    ],
    [
      'it says that a link is about to die which has just begun to work',
      {
        shown: (items) =>
          items.flatMap((item) => [item, { ...item, id: item.id.replace(/ finished$/, ' linkEnds') }]),
      },
      ({ alarms }) => alarms.false,
      /^false alarm: .* linkEnds" was told, and is not so$/,
    ],
    [
      'it asks in bursts',
      { times: 2 },
      ({ requests }) => requests.portalSecond - 1,
      /^budget: one portal in a second/,
    ],
    [
      'it saves no archive',
      { savesNothing: true },
      ({ archives }) => archives.lost,
      /^lost: the archive of .* was neither saved nor told of$/,
    ],
    [
      'it says that an archive is saved which is not',
      { saving: 'lies' },
      ({ archives }) => archives.false,
      /^false news: .* was told as saved, and is not on the disk$/,
    ],
    [
      'it says that an archive is not saved which is',
      {
        shown: (items) => items.map(({ portal, id }) => ({ portal, id: id.replace(' saved ', ' unsaved ') })),
      },
      ({ archives }) => archives.false,
      /^false news: .* was told as not saved, and is on the disk$/,
    ],
    [
      'it says that a folder takes no archives which does',
      { shown: (items) => [...items, { portal: 'p2', id: 'saving hindered 1795156573501' }] },
      ({ archives }) => archives.false,
      /^false news: .* no folder was in the way$/,
    ],
    [
      'it saves an archive twice',
      { saving: 'savesTwice' },
      ({ archives }) => archives.doubled,
      /^doubled: the archive of .* was saved as .* too$/,
    ],
    [
      'it saves two archives of a portal at once',
      { saving: 'savesTwice' },
      ({ archives }) => archives.atOnce,
      /^at once: .* saves 2 archives/,
    ],
    [
      'it deletes archives that are to be kept',
      { saving: 'deletesAll' },
      ({ archives }) => archives.deletedWrongly,
      /^deleted wrongly: /,
    ],
    [
      'it leaves what had come of an archive',
      { saving: 'leavesParts' },
      ({ archives }) => archives.partsLeft,
      /^part left: of /,
    ],
  ])('%s', async (_what, sabotage, figure, complaint) => {
    const soaked = await soak({ ...size, sabotage });
    expect(figure(soaked.figures)).toBeGreaterThan(0);
    expect(complaintsOf(soaked)).toContainEqual(expect.stringMatching(complaint));
  });

  test.each([
    ['did not run', 2, 22, 'overdue', /^missed: .* did not run, and nobody was told$/],
    ['is too old', 4, 3, 'outdated', /^missed: .* the last backup ended .*, and nobody was warned$/],
  ])('it says nothing of a backup that %s', async (_what, days, seed, news, complaint) => {
    const shown: Sabotage['shown'] = (items) => items.filter(({ id }) => !id.includes(news));
    const soaked = await soak({ portals: 2, days, seed, sabotage: { shown } });
    expect(soaked.figures.dues.missed).toBeGreaterThan(0);
    expect(complaintsOf(soaked)).toContainEqual(expect.stringMatching(complaint));
  });
});
