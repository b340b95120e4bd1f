import { describe, expect, test } from 'vitest';
import {
  day,
  failures,
  globex,
  hour,
  minute,
  nothing,
  reads,
  readsFinished,
  taskA,
} from '../support/given.ts';
import { portalsSaying, Story } from '../support/core/story.ts';
import { words } from '../support/present/presented.ts';
import { trayOf } from '../support/present/shown.ts';

const here = { ...globex, id: 'here', origin: 'http://localhost:8092' };

function frame(story: Story): string {
  return trayOf(story.shell.state, words, story.shell.now).icon;
}

const failed = reads({ completed: true, error: 'Disk full.' });

describe('the icon shows the first that holds', () => {
  test('nothing to say: idle; also with no portal at all', () => {
    expect(frame(new Story([]))).toBe('idle');
    expect(frame(new Story().begins(nothing))).toBe('idle');
  });

  test.each([
    [0, 'running-00'],
    [4, 'running-00'],
    [5, 'running-05'],
    [42, 'running-40'],
    [89, 'running-85'],
    [90, 'uploading'],
  ])('a run at %i %%: %s', (percent, shown) => {
    expect(frame(new Story().begins(reads({ percent })))).toBe(shown);
  });

  test('of several runs the one that is least far, also one that waits', () => {
    expect(
      frame(portalsSaying([reads({ percent: 80 }), reads({ percent: 31 }), reads({ percent: 90 })])),
    ).toBe('running-30');
    expect(frame(portalsSaying([reads({ percent: 80 }), reads({ percent: 0, status: 0 })]))).toBe(
      'running-00',
    );
  });

  test('a finished backup until it was looked at, or its link is dead', () => {
    const story = new Story().begins(reads()).looks(readsFinished());
    expect(frame(story)).toBe('finished');
    story.shell.does({ type: 'copyLink', portal: 'acme', backup: taskA });
    expect(frame(story)).toBe('idle');
    const other = new Story().begins(reads()).looks(readsFinished());
    expect(trayOf(other.shell.state, words, other.shell.now + day).icon).toBe('idle');
    const stored = new Story().begins(reads()).looks(readsFinished({ link: '' }));
    expect(trayOf(stored.shell.state, words, stored.shell.now + 2 * day).icon).toBe('finished');
  });

  test('a failed one until it was looked at, or the next one runs', () => {
    const story = new Story().begins(reads()).looks(failed);
    expect(frame(story)).toBe('failed');
    expect(frame(story.looks(reads({ task: 'b' })))).toBe('running-40');
    const seen = new Story().begins(reads()).looks(failed);
    seen.shell.does({ type: 'openPage', portal: 'acme', backup: taskA });
    expect(frame(seen)).toBe('idle');
  });

  test('what needs somebody, for as long as it does; an ending until it was looked at', () => {
    expect(
      frame(
        new Story()
          .begins(nothing)
          .fails(failures.keyRefused)
          .passes(2 * minute),
      ),
    ).toBe('attention');
    expect(frame(new Story().begins(reads()).passes(hour))).toBe('attention');
    const gaps = new Story().begins(reads()).looks(readsFinished({ warning: 'w' }));
    expect(frame(gaps)).toBe('attention');
    gaps.shell.does({ type: 'openLink', portal: 'acme', backup: taskA });
    expect(frame(gaps)).toBe('idle');
    expect(frame(new Story())).toBe('attention');
  });

  test('in this order: paused, offline, failed, attention, running, uploading, finished', () => {
    const story = portalsSaying([reads(), reads(), reads({ percent: 50 }), reads({ percent: 90 }), reads()]);
    story
      .says(failed, 'p0')
      .says(readsFinished({ warning: 'w' }), 'p1')
      .says(readsFinished(), 'p4')
      .passes(minute);
    const order: string[] = [];
    const next = (portal: string): void => {
      order.push(frame(story));
      story.shell.does({ type: 'remove', portal });
    };
    story.shell.does({ type: 'network', online: false });
    story.shell.does({ type: 'paused', until: Infinity });
    order.push(frame(story));
    story.shell.does({ type: 'resumed' });
    order.push(frame(story));
    story.shell.does({ type: 'network', online: true });
    ['p0', 'p1', 'p2', 'p3', 'p4'].forEach(next);
    expect(order).toEqual([
      'paused',
      'offline',
      'failed',
      'attention',
      'running-50',
      'uploading',
      'finished',
    ]);
  });

  test('no network is no matter where only this machine is watched', () => {
    const story = new Story([here]).begins(nothing);
    story.shell.does({ type: 'network', online: false });
    expect(frame(story)).toBe('idle');
  });
});
