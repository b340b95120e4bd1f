import { describe, expect, test } from 'vitest';
import { mostPastRuns } from '../../../src/core/foresight/pastRun.ts';
import { Story } from '../../support/core/story.ts';
import { failures, hour, minute, nothing, reads, readsFinished, second } from '../../support/given.ts';

type Reading = [minutes: number, percent: number, status?: number];

/** A portal without a backup until one is read like that, which finishes at the end. */
function backup(story: Story, readings: Reading[], end = readsFinished()): Story {
  story.glances(nothing);
  const [first] = readings;
  for (const [minutes, percent, status = 1] of readings) {
    const reading = reads({ percent, status });
    if (percent === first?.[1] && status === (first[2] ?? 1)) story.glances(reading);
    else story.says(reading);
    story.passes(minutes * minute);
  }
  return story.looks(end);
}

function learned(story: Story) {
  return story.shell.state.watches[0]?.pasts.portal ?? [];
}

/** In whole minutes. */
function roughly(story: Story) {
  const round = (length: number): number => Math.round(length / minute);
  return learned(story).map(({ waiting, preparing, ahead, uploading, slowest }) => ({
    waiting: round(waiting),
    preparing: round(preparing),
    ahead: ahead.map(round),
    uploading: round(uploading),
    slowest: round(slowest),
  }));
}

const steady: Reading[] = [
  [1, 0, 0],
  [4, 0],
  ...Array.from({ length: 8 }, (_, index): Reading => [2, 10 * (index + 1)]),
  [30, 90],
];

describe('what a run teaches of the next one', () => {
  test('how long it waited, stood at 0 %, took from each tenth percent on, and uploaded; and its slowest step', () => {
    expect(roughly(backup(new Story().begins(), steady))).toEqual([
      {
        waiting: 1,
        preparing: 4,
        ahead: [16, 16, 14, 12, 10, 8, 6, 4, 2],
        uploading: 30,
        slowest: 2,
      },
    ]);
  });

  test('of one that was seen when it stood further on, the way before is drawn on', () => {
    const seen: Reading[] = [
      [5, 50],
      [5, 70],
      [2, 90],
    ];
    expect(roughly(backup(new Story().begins(), seen))).toEqual([
      {
        waiting: 0,
        preparing: 0,
        ahead: [23, 20, 18, 15, 13, 10, 5, 5, 0],
        uploading: 2,
        slowest: 5,
      },
    ]);
  });

  test('one that was done after 0 % was all preparing, and had no upload that anybody saw', () => {
    const [past] = roughly(backup(new Story().begins(), [[60, 0]]));
    expect(past).toEqual({
      waiting: 0,
      preparing: 60,
      ahead: [0, 0, 0, 0, 0, 0, 0, 0, 0],
      uploading: 0,
      slowest: 0,
    });
  });

  test('is kept of the newest runs only, also across restarts', () => {
    const story = new Story().begins();
    for (let index = 0; index <= mostPastRuns; index += 1) {
      const task = `task-${index}`;
      story.glances(nothing).glances(reads({ task, percent: 10 }));
      story
        .passes((index + 1) * minute)
        .looks(reads({ task, percent: 90 }))
        .passes(minute);
      story.looks(readsFinished({ task })).passes(minute);
    }
    const past = learned(story);
    expect(roughly(story).map(({ slowest }) => slowest)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    story.shell.restart().pass(minute);
    expect(learned(story)).toEqual(past);
  });
});

describe('nothing is learned from a run', () => {
  const way: Reading[] = [
    [5, 10],
    [5, 50],
    [5, 90],
  ];

  test.each<[string, () => Story]>([
    ['that failed', () => backup(new Story().begins(), way, reads({ completed: true, error: 'Disk full.' }))],
    [
      'that was first seen near its end',
      () =>
        backup(new Story().begins(), [
          [5, 70],
          [5, 90],
        ]),
    ],
    ['that was first seen in its upload', () => backup(new Story().begins(), [[5, 90]])],
    [
      'that nobody saw begin',
      () =>
        new Story()
          .begins(reads())
          .passes(5 * minute)
          .looks(readsFinished()),
    ],
    [
      'of which only its wait was seen',
      () =>
        backup(new Story().begins(), [
          [5, 0, 0],
          [5, 90],
        ]),
    ],
    [
      'during which nobody looked for a while',
      () => {
        const story = new Story()
          .begins()
          .glances(reads({ percent: 10 }))
          .passes(5 * minute);
        story.shell.does({ type: 'slept' });
        story.passes(30 * second).shell.does({ type: 'woke' });
        return story
          .looks(reads({ percent: 90 }))
          .passes(minute)
          .looks(readsFinished());
      },
    ],
    [
      'during which the portal did not answer for a while',
      () => {
        const story = new Story()
          .begins()
          .glances(reads({ percent: 10 }))
          .passes(5 * minute);
        story.fails(failures.timeout).passes(20 * minute);
        return story
          .looks(reads({ percent: 90 }))
          .passes(minute)
          .looks(readsFinished());
      },
    ],
    [
      'across a restart of Keepwatch',
      () => {
        const story = new Story()
          .begins()
          .glances(reads({ percent: 10 }))
          .passes(5 * minute);
        story.shell.restart().pass(minute);
        return story
          .looks(reads({ percent: 90 }))
          .passes(minute)
          .looks(readsFinished());
      },
    ],
    [
      'whose end nobody saw',
      () => {
        const story = new Story()
          .begins()
          .glances(reads({ percent: 10 }))
          .passes(hour);
        return story.looks(nothing).passes(minute);
      },
    ],
  ])('%s', (_what, tells) => {
    expect(learned(tells())).toEqual([]);
  });

  test('of the same job that is read again as it ended', () => {
    const story = backup(new Story().begins(), way);
    story.looks(readsFinished()).passes(hour);
    expect(learned(story)).toHaveLength(1);
  });
});
