import { describe, expect, test } from 'vitest';
import type { Figures } from './judge/figures.ts';
import { complaintsOf } from './report.ts';
import { soak } from './soak.ts';
import type { Sabotage } from './watcher/process.ts';

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
  ])('%s', async (_what, sabotage, figure, complaint) => {
    const soaked = await soak({ ...size, sabotage });
    expect(figure(soaked.figures)).toBeGreaterThan(0);
    expect(complaintsOf(soaked)).toContainEqual(expect.stringMatching(complaint));
  });

  test.each([
    ['did not run', 7, 'overdue', /^missed: .* did not run, and nobody was told$/],
    ['is too old', 3, 'outdated', /^missed: .* the last backup ended .*, and nobody was warned$/],
  ])('it says nothing of a backup that %s', async (_what, seed, news, complaint) => {
    const shown: Sabotage['shown'] = (items) => items.filter(({ id }) => !id.includes(news));
    const soaked = await soak({ portals: 2, days: 3, seed, sabotage: { shown } });
    expect(soaked.figures.dues.missed).toBeGreaterThan(0);
    expect(complaintsOf(soaked)).toContainEqual(expect.stringMatching(complaint));
  });
});
