import { describe, expect, test } from 'vitest';
import { succeed } from '../../../src/core/base/result.ts';
import { visibleIn } from '../../../src/core/reduce/visible.ts';
import type { NotificationKind } from '../../../src/core/settings.ts';
import { statusesOf } from '../../../src/core/status/statusOf.ts';
import { bannersOf } from '../../../src/present/banners.ts';
import { trayIconOf } from '../../../src/present/trayIcon.ts';
import { day, failures, hour, minute, nothing, reads, readsFinished, start } from '../../support/given.ts';
import { lists, scheduled, until } from '../../support/core/scheduled.ts';
import { Story } from '../../support/core/story.ts';
import { words } from '../../support/present/presented.ts';

/** How such news comes about. */
type Happening = { kind: NotificationKind; begin: () => Story; happens: (story: Story) => Story };

const failed = reads({ completed: true, error: 'The disk is full.' });
const running = (): Story => new Story().begins(reads());
const ends = (reading: typeof failed) => (story: Story) => story.looks(reading);

const finishing: Happening = { kind: 'finished', begin: running, happens: ends(readsFinished()) };
const failing: Happening = { kind: 'failed', begin: running, happens: ends(failed) };
const keyEnding: Happening = {
  kind: 'expiring',
  begin: () => new Story(),
  happens: (story) => {
    const key = {
      name: '',
      readsBackups: true,
      writes: false,
      readOnly: true,
      expiresAt: start + 13.5 * day,
    };
    story.script().key = succeed(key);
    return story.begins().passes(5 * minute);
  },
};
const restores = (ended: 'finished' | 'failed'): Happening => ({
  kind: ended,
  begin: () => {
    const story = new Story().begins();
    const settings = { docSpace: true, standalone: false, name: 'Acme', tenant: 'restoring' as const };
    Object.assign(story.script(), { settings: succeed(settings), restore: succeed({ percent: 10 }) });
    return story.fails(failures.forbidden).passes(2 * minute);
  },
  happens: (story) => {
    story.script().restore = succeed({ ended, error: '' });
    return story.passes(minute);
  },
});
const happenings: Happening[] = [
  restores('finished'),
  restores('failed'),
  finishing,
  failing,
  keyEnding,
  {
    kind: 'expiring',
    begin: () => {
      const story = running();
      story.shell.does({ type: 'notifyOf', kind: 'finished', on: false });
      return story.looks(readsFinished());
    },
    happens: (story) => story.passes(22 * hour),
  },
  { kind: 'failed', begin: running, happens: ends(readsFinished({ warning: 'w' })) },
  { kind: 'failed', begin: running, happens: (story) => story.passes(hour) },
  { kind: 'overdue', begin: scheduled, happens: (story) => until(lists(story), 2 * hour) },
  {
    kind: 'overdue',
    begin: scheduled,
    happens: (story) => {
      story.script().schedule = succeed({ schedule: null, target: null, ahead: 0 });
      return story.passes(7 * hour);
    },
  },
  {
    kind: 'overdue',
    begin: () => lists(new Story()),
    happens: (story) => {
      story.shell.does({ type: 'warnAfter', portal: 'acme', days: 1 });
      return story.begins(nothing).passes(1.1 * day);
    },
  },
  {
    kind: 'access',
    begin: () => new Story().begins(),
    happens: (story) => story.fails(failures.keyRefused).passes(10 * minute),
  },
];

function silently({ kind, begin, happens }: Happening): Story {
  const story = begin();
  story.shell.does({ type: 'notifyOf', kind, on: false });
  return happens(story);
}

function lines({ shell }: Story): string[] {
  return bannersOf(shell.state, words, shell.now).map(({ fact, next }) => `${fact}. ${next}`);
}

function icon({ shell: { state, now } }: Story): string {
  return trayIconOf(state, statusesOf(state.watches, now), now);
}

function look(story: Story): Story {
  story.shell.does({ type: 'seen', visible: visibleIn(story.shell.state) });
  return story;
}

describe('news of a kind that is turned off', () => {
  test.each(happenings)('is not notified of ($kind), and the icon shows it as before', (happening) => {
    const aloud = happening.happens(happening.begin());
    const silent = silently(happening);
    expect(aloud.shell.told()).toHaveLength(1);
    expect(silent.shell.told()).toEqual([]);
    expect(icon(silent)).toBe(icon(aloud));
  });

  test.each(happenings)('silences no other kind ($kind)', ({ kind, begin, happens }) => {
    const story = begin();
    for (const other of ['finished', 'failed', 'overdue', 'expiring', 'access'] as const) {
      story.shell.does({ type: 'notifyOf', kind: other, on: other === kind });
    }
    expect(happens(story).shell.told()).toHaveLength(1);
  });

  test('is said above the list where no row says it, until it was seen there', () => {
    const story = silently(keyEnding);
    const line = 'Acme: key expires in 14 days. Its notifications are off in the settings.';
    expect(lines(story)).toEqual([line]);
    expect(lines(story.passes(hour))).toEqual([line]);
    story.shell.restart().pass(minute);
    expect(lines(story)).toEqual([line]);
    expect(lines(look(story).passes(minute))).toEqual([]);
    expect(story.shell.told()).toEqual([]);
  });

  test('is not said twice: what the row says stands there alone', () => {
    const story = silently(failing);
    expect(lines(story)).toEqual([]);
    expect(lines(story.looks(reads({ task: 'b' })))).toEqual([
      'Acme: backup failed. Its notifications are off in the settings.',
    ]);
  });

  test('a good ending needs no line: the next one takes its place', () => {
    const story = silently(finishing)
      .looks(reads({ task: 'b' }))
      .looks(readsFinished({ task: 'b' }));
    expect([lines(story), story.shell.state.watches[0]?.ledger.pending]).toEqual([[], []]);
  });

  test('of a portal that is gone nothing is said', () => {
    const story = silently(failing).looks(nothing);
    story.shell.does({ type: 'remove', portal: 'acme' });
    expect(lines(story)).toEqual([]);
  });

  test('turned on again is told, unless it was seen', () => {
    const story = silently(failing);
    story.shell.does({ type: 'notifyOf', kind: 'failed', on: true });
    expect(story.passes(minute).shell.told()).toEqual(['acme: portal task-a failed']);
    const seen = look(silently(failing));
    seen.shell.does({ type: 'notifyOf', kind: 'failed', on: true });
    expect(seen.passes(minute).shell.told()).toEqual([]);
  });

  test('stays turned off over a restart', () => {
    const story = running();
    story.shell.does({ type: 'notifyOf', kind: 'failed', on: false });
    story.shell.restart();
    expect(story.looks(failed).shell.told()).toEqual([]);
  });
});
