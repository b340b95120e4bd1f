import { describe, expect, test } from 'vitest';
import { visibleIn } from '../../../src/core/reduce/visible.ts';
import { Story } from '../../support/core/story.ts';
import { told } from '../../support/core/told.ts';
import { acme, day, hour, minute, nothing, reads, readsFinished, taskA } from '../../support/given.ts';

/** A backup has finished with a link that works for a day, and that was told. */
function finished(): Story {
  return new Story().begins(reads()).looks(readsFinished());
}

function reminders(story: Story): string[] {
  return told(story).filter((line) => line.endsWith(' linkEnds'));
}

/** Until so long before the link dies. */
function until(story: Story, left: number): Story {
  const dies = story.shell.state.watches[0]?.jobs.portal.ending?.linkUntil ?? 0;
  return story.passes(dies - left - story.shell.now);
}

const reminder = ['acme: portal task-a linkEnds'];

describe('a link that nobody has used', () => {
  test('is spoken of once more, three hours before it dies, and never again', () => {
    const story = until(finished(), 3 * hour + minute);
    expect(reminders(story)).toEqual([]);
    expect(reminders(until(story, 3 * hour - 2 * minute))).toEqual(reminder);
    story.shell.restart();
    expect(reminders(story.passes(day))).toEqual(reminder);
  });

  test.each([
    ['opened', (story: Story) => story.shell.does({ type: 'openLink', portal: 'acme', backup: taskA })],
    ['copied', (story: Story) => story.shell.does({ type: 'copyLink', portal: 'acme', backup: taskA })],
    [
      'seen in the window',
      (story: Story) => story.shell.does({ type: 'seen', visible: visibleIn(story.shell.state) }),
    ],
    ['followed by the next backup', (story: Story) => story.looks(reads({ task: 'b' }))],
    ['dropped by the portal', (story: Story) => story.looks(nothing).looks(reads({ task: 'b' }))],
  ])('is not spoken of where it was %s', (what, uses) => {
    const story = until(finished(), 4 * hour);
    uses(story);
    const expected = what.startsWith('followed') || what.startsWith('dropped') ? reminder : [];
    // The link of a backup works on while the next one runs.
    expect(reminders(until(story, 2 * hour))).toEqual(expected);
  });

  test('is forgotten with the next backup that finishes', () => {
    const story = until(finished(), 4 * hour);
    story.looks(reads({ task: 'b' })).looks(readsFinished({ task: 'b' }));
    expect(reminders(story.passes(3 * hour))).toEqual([]);
  });

  test.each([
    ['no link', readsFinished({ link: '' })],
    ['a link that leads nowhere', readsFinished({ link: 'ftp://x' })],
  ])('is none where there is %s', (_what, reading) => {
    const story = new Story().begins(reads()).looks(reading);
    expect(reminders(story.passes(day))).toEqual([]);
  });

  test('is not spoken of twice at once: news of the ending that comes as late says it all', () => {
    const story = new Story().begins(reads());
    story.shell.world.notifications = 'refused';
    until(story.looks(readsFinished()), 2 * hour);
    story.shell.world.notifications = 'taken';
    story.shell.does({ type: 'notificationsBack' });
    expect(told(story.passes(minute))).toEqual(['acme: portal task-a finished']);
    expect(reminders(story.passes(hour))).toEqual([]);
  });

  test('is not spoken of while watching is paused, nor afterwards when it is dead', () => {
    const dead = until(finished(), 4 * hour);
    dead.shell.does({ type: 'paused', until: dead.shell.now + 5 * hour });
    expect(reminders(dead.passes(6 * hour))).toEqual([]);
    const late = until(finished(), 4 * hour);
    late.shell.does({ type: 'paused', until: late.shell.now + 3 * hour });
    expect(reminders(late.passes(4 * hour))).toEqual(reminder);
  });

  test('is not spoken of when it has died over a sleep', () => {
    const story = until(finished(), 4 * hour);
    story.shell.does({ type: 'slept' });
    story.shell.now += 5 * hour;
    story.shell.does({ type: 'woke' });
    expect(reminders(story.passes(hour))).toEqual([]);
  });

  test('and has died while its reminder waited for a notification server is let go', () => {
    const story = until(finished(), 3 * hour + minute);
    story.shell.world.notifications = 'refused';
    until(story, minute);
    expect(story.shell.state.delivery.refused).toHaveLength(1);
    story.shell.world.notifications = 'taken';
    story.shell.now += 2 * minute;
    story.shell.does({ type: 'notificationsBack' });
    expect(reminders(story.passes(hour))).toEqual([]);
  });

  test('whose reminder still waits is let go as soon as it is opened', () => {
    const story = until(finished(), 3 * hour + minute);
    story.shell.world.notifications = 'refused';
    until(story, 2 * hour);
    story.shell.does({ type: 'openLink', portal: 'acme', backup: taskA });
    expect(story.shell.state.watches[0]?.ledger.pending).toEqual([]);
  });

  test('of the whole server’s backup has a reminder of its own', () => {
    const story = new Story([{ ...acme, standalone: true, scopes: ['portal', 'server'] }]).begins(nothing);
    const dump = (parts = {}) => ({ ok: true as const, value: reads({ task: 'dump', ...parts }) });
    story.script().serverProgress = dump();
    story.passes(2 * minute).script().serverProgress = {
      ok: true,
      value: readsFinished({ task: 'dump' }),
    };
    expect(reminders(story.passes(22 * hour))).toEqual(['acme: server dump linkEnds']);
  });
});
