import { describe, expect, test } from 'vitest';
import { visibleIn } from '../../../src/core/reduce/visible.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import {
  acme,
  day,
  failures,
  globex,
  hour,
  minute,
  nothing,
  reads,
  readsFinished,
  second,
  taskA,
} from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';

// What is seen in the window counts as told. Only what is really to be seen there has been seen.

function look(story: Story): Story {
  story.shell.does({ type: 'seen', visible: visibleIn(story.shell.state) });
  return story;
}

function pending(story: Story): string[] {
  return story.shell.state.watches.flatMap(({ ledger }) => ledger.pending.map(({ id }) => id));
}

function untold(): Story {
  const story = new Story([acme, globex]).begins(reads());
  story.shell.world.notifications = 'unanswered';
  return story;
}

describe('what was seen in the window', () => {
  test('an ending that a row shows is told, and no longer unseen', () => {
    const story = untold().looks(readsFinished());
    expect(visibleIn(story.shell.state)).toEqual({
      endings: [{ portal: 'acme', ...taskA }],
      items: [{ portal: 'acme', id: 'portal task-a finished' }],
    });
    look(story);
    expect(pending(story)).toEqual([]);
    expect(story.shell.state.watches[0]?.jobs.portal.ending?.seen).toBe(true);
    expect(visibleIn(story.shell.state)).toEqual({ endings: [], items: [] });
    expect(story.shell.restart().pass(hour).told()).toEqual([]);
  });

  test.each([
    ['keyRefused', failures.keyRefused, 10 * minute],
    ['certificate', failures.certificate, 20 * minute],
    ['silent', failures.timeout, hour],
    ['silent', failures.limited, hour],
    ['unpaid', failures.unpaid, 20 * minute],
    ['suspended', failures.notThere, 20 * minute],
    ['noRight', failures.forbidden, 20 * minute],
  ] as const)('a lost access that a row shows is told: %s', (trouble, failure, lasting) => {
    const story = untold().fails(failure);
    if (trouble === 'suspended') story.script().settings = fail(failure);
    story.passes(lasting);
    expect(pending(story)).toEqual([`access ${trouble}`]);
    expect(pending(look(story))).toEqual([]);
  });

  test('a standstill that a row shows is told', () => {
    const story = untold().passes(hour);
    expect(pending(story)).toEqual(['portal task-a stuck running 42']);
    expect(pending(look(story))).toEqual([]);
  });

  test('a last backup that is too old', () => {
    const story = new Story();
    story.script().history = succeed([]);
    story.shell.world.notifications = 'unanswered';
    story.shell.does({ type: 'warnAfter', portal: 'acme', days: 1 });
    story.begins(nothing).passes(1.1 * day);
    expect(pending(story)).toHaveLength(1);
    expect(pending(look(story))).toEqual([]);
  });

  test('an ending behind the next backup has not been seen', () => {
    const story = untold()
      .looks(reads({ task: 'b' }))
      .passes(minute);
    expect(pending(story)).toEqual(['portal task-a unknown']);
    expect(visibleIn(story.shell.state)).toEqual({ endings: [], items: [] });
    expect(pending(look(story))).toEqual(['portal task-a unknown']);
    story.shell.world.notifications = 'taken';
    expect(story.shell.restart().pass(minute).told()).toEqual(['acme: portal task-a unknown']);
  });

  test('an ending behind a lost access has not been seen', () => {
    const story = untold()
      .looks(readsFinished())
      .fails(failures.keyRefused)
      .passes(2 * minute);
    look(story);
    expect(pending(story)).toEqual(['portal task-a finished']);
    expect(story.shell.state.watches[0]?.jobs.portal.ending?.seen).toBe(false);
  });

  test('a sight of what is over changes nothing', () => {
    const story = untold().looks(readsFinished());
    const visible = visibleIn(story.shell.state);
    story.shell.does({ type: 'seen', visible });
    const { state } = story.shell;
    story.shell.does({ type: 'seen', visible });
    story.shell.does({
      type: 'seen',
      visible: { endings: [{ portal: 'x', scope: 'portal', job: 'y' }], items: [] },
    });
    expect(story.shell.state).toEqual(state);
  });
});

describe('what could not be shown as a notification', () => {
  function refused(): Story {
    const story = untold();
    story.shell.world.notifications = 'refused';
    return story.looks(reads({ task: 'b' })).passes(minute);
  }

  test('is a line of the window, and told when that was seen', () => {
    const story = refused();
    story.shell.does({ type: 'windowOpened' });
    expect(pending(look(story))).toEqual([]);
    expect(story.shell.state.delivery.refused).toHaveLength(1);
    story.shell.does({ type: 'windowClosed' });
    expect(story.shell.state.delivery.refused).toEqual([]);
  });

  test('is offered again when there is somebody to show it', () => {
    const story = refused();
    story.shell.world.notifications = 'taken';
    story.shell.does({ type: 'notificationsBack' });
    expect(story.passes(second).shell.told()).toEqual(['acme: portal task-a unknown']);
    expect(story.shell.state.delivery.refused).toEqual([]);
    story.shell.does({ type: 'notificationsBack' });
    expect(story.passes(10 * minute).shell.told()).toHaveLength(1);
  });
});

test('a window with nothing new in it shows nothing that could be seen', () => {
  expect(visibleIn(new Story().begins(nothing).shell.state)).toEqual({ endings: [], items: [] });
  const story = new Story().begins(reads());
  story.script().history = fail(failures.timeout);
  expect(visibleIn(story.looks(nothing).passes(hour).shell.state)).toEqual({ endings: [], items: [] });
});
