import { describe, expect, test } from 'vitest';
import type { BackupId } from '../../../src/core/backup/job.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import {
  acme,
  day,
  failures,
  globex,
  hour,
  link,
  minute,
  nothing,
  reads,
  readsFinished,
  taskA,
} from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';

const page = 'https://acme.onlyoffice.com/portal-settings/backup/data-backup';

function finished(): Story {
  return new Story([acme, globex]).begins(reads()).looks(readsFinished());
}

function seen(story: Story): boolean | undefined {
  return story.shell.state.watches[0]?.jobs.portal.ending?.seen;
}

function does(story: Story, type: 'openLink' | 'copyLink' | 'openPage', backup: BackupId = taskA) {
  return story.shell
    .does({ type, portal: 'acme', backup })
    .filter((effect) => effect.do === 'open' || effect.do === 'copy');
}

describe('the link of a finished backup', () => {
  test('is opened, and then the backup has been seen', () => {
    const story = finished();
    expect(seen(story)).toBe(false);
    expect(does(story, 'openLink')).toEqual([{ do: 'open', url: `${acme.origin}${link}` }]);
    expect(seen(story)).toBe(true);
  });

  test('is copied, and then the backup has been seen', () => {
    const story = finished();
    expect(does(story, 'copyLink')).toEqual([{ do: 'copy', text: `${acme.origin}${link}` }]);
    expect(seen(story)).toBe(true);
  });

  test('that is dead or was never there is not copied; the portal’s backup page opens instead', () => {
    const story = finished();
    story.shell.now += day;
    expect(does(story, 'copyLink')).toEqual([{ do: 'open', url: page }]);
    expect(does(story, 'openLink')).toEqual([{ do: 'open', url: page }]);
    expect(does(new Story().begins(nothing), 'openLink')).toEqual([{ do: 'open', url: page }]);
  });

  test('opened before it was told, it is told no more', () => {
    const story = new Story().begins(reads());
    story.shell.world.notifications = 'unanswered';
    story.looks(readsFinished());
    does(story, 'openLink');
    expect(story.shell.state.watches[0]?.ledger).toMatchObject({
      pending: [],
      told: ['portal task-a finished'],
    });
  });

  test('opened while the next backup runs, it is the finished one that has been seen', () => {
    const story = finished().looks(reads({ task: 'b' }));
    expect(does(story, 'openLink')).toEqual([{ do: 'open', url: `${acme.origin}${link}` }]);
    expect(seen(story)).toBe(true);
  });

  test('opened, other news of the portal is still to be told', () => {
    const story = new Story([acme]).begins(reads()).looks(readsFinished());
    story.shell.world.notifications = 'unanswered';
    story.script().history = fail(failures.unpaid);
    story
      .looks(reads({ task: 'b' }))
      .looks(reads({ task: 'c' }))
      .passes(minute);
    does(story, 'openLink');
    expect(story.shell.state.watches[0]?.ledger.pending).toMatchObject([{ id: 'portal b unknown' }]);
  });
});

describe('a click means the backup that it was shown for', () => {
  const [ownLink, serverLink] = ['/storage/own.tar.gz', '/storage/server.tar.gz'];

  /** A portal's own backup and, an hour later, that of the whole server. On old servers jobs of both have the same id. */
  function both(task: string | null): Story {
    const story = new Story([{ ...acme, standalone: true, scopes: ['portal', 'server'] }]).begins(nothing);
    story
      .looks(reads({ task }))
      .looks(readsFinished({ task, link: ownLink }))
      .passes(hour);
    story.script().serverProgress = succeed(reads({ task: task && 'dump' }));
    story.passes(2 * minute).script().serverProgress = succeed(
      readsFinished({ task: task && 'dump', link: serverLink }),
    );
    return story.passes(2 * minute);
  }

  function seenOf(story: Story): Array<boolean | undefined> {
    const jobs = story.shell.state.watches[0]?.jobs;
    return [jobs?.portal.ending?.seen, jobs?.server.ending?.seen];
  }

  test.each([['task-a'], [null]])('each link is its own, whichever is newer (task: %s)', (task) => {
    for (const [scope, link, expected] of [
      ['portal', ownLink, [true, false]],
      ['server', serverLink, [false, true]],
    ] as const) {
      const story = both(task);
      const job = story.shell.state.watches[0]?.jobs[scope].ending?.job ?? '';
      expect(does(story, 'openLink', { scope, job })).toEqual([{ do: 'open', url: acme.origin + link }]);
      expect(seenOf(story)).toEqual(expected);
    }
  });

  test('where a newer one has taken its place the backup page opens, and the newer one has not been seen', () => {
    for (const type of ['openLink', 'copyLink', 'openPage'] as const) {
      const story = finished()
        .looks(reads({ task: 'b' }))
        .looks(readsFinished({ task: 'b', link: ownLink }));
      expect(does(story, type)).toEqual([{ do: 'open', url: page }]);
      expect(seen(story)).toBe(false);
    }
  });

  test('where it has ended otherwise since, news of the other one is still to be told', () => {
    const story = new Story().begins(reads()).looks(readsFinished());
    story.shell.world.notifications = 'unanswered';
    story.looks(reads({ task: 'b' })).looks(readsFinished({ task: 'b' }));
    does(story, 'openLink');
    expect(story.shell.state.watches[0]?.ledger.pending).toMatchObject([{ id: 'portal b finished' }]);
  });
});

describe('the portal’s backup page', () => {
  test('is opened, from a row or from a notification, and the ending that led there has been seen', () => {
    const story = new Story().begins(reads()).looks(reads({ completed: true, error: 'Disk full.' }));
    expect(seen(story)).toBe(false);
    expect(does(story, 'openPage')).toEqual([{ do: 'open', url: page }]);
    expect(seen(story)).toBe(true);
  });

  test('is not the portal’s first page, which says nothing of its backups', () => {
    const story = new Story().begins(reads()).looks(reads({ completed: true, error: 'Disk full.' }));
    const effects = story.shell.does({ type: 'openPortal', portal: 'acme' });
    expect(effects).toEqual([{ do: 'open', url: acme.origin }]);
    expect(seen(story)).toBe(false);
  });

  test('is opened for what is no ending, and then nothing has been seen by it', () => {
    const story = new Story().begins(reads()).looks(reads({ completed: true, error: 'Disk full.' }));
    const effects = story.shell.does({ type: 'openPage', portal: 'acme', backup: null });
    expect(effects).toEqual([{ do: 'open', url: page }]);
    expect(seen(story)).toBe(false);
  });
});

describe('a portal', () => {
  test('is renamed, to one short harmless line', () => {
    const story = new Story([acme, globex]).begins(nothing);
    const effects = story.shell.does({ type: 'rename', portal: 'acme', name: ' Acme\u202E\nEast ' });
    expect(effects).toEqual([{ do: 'saveSettings' }]);
    expect(story.shell.state.watches.map(({ portal }) => portal.name)).toEqual(['Acme East', 'Globex']);
    expect(story.shell.does({ type: 'rename', portal: 'acme', name: ' \n ' })).toEqual([]);
    story.shell.does({ type: 'rename', portal: 'acme', name: 'x'.repeat(200) });
    expect(story.shell.state.watches[0]?.portal.name).toBe(`${'x'.repeat(79)}…`);
    story.shell.restart();
    expect(story.shell.state.watches[0]?.portal.name).toBe(`${'x'.repeat(79)}…`);
  });

  test('is removed: key, history and connections are forgotten, and nothing more is told of it', () => {
    const story = new Story([acme, globex]).begins(reads());
    story.shell.world.notifications = 'refused';
    story.looks(readsFinished());
    expect(story.shell.state.delivery.refused).toHaveLength(1);
    expect(story.shell.does({ type: 'remove', portal: 'acme' })).toEqual([
      { do: 'saveSettings' },
      { do: 'forget', portal: 'acme' },
    ]);
    expect(story.shell.state.delivery.refused).toEqual([]);
    story.shell.world.notifications = 'taken';
    story.shell.restart().pass(hour);
    expect([story.shell.told(), [...story.shell.memories.keys()]]).toEqual([[], ['globex']]);
  });

  test('that is removed while it is being asked is not brought back by the answer', () => {
    const story = new Story([acme, globex]).begins(reads());
    story.shell.does({ type: 'checkNow', portal: 'acme' });
    story.shell.does({ type: 'remove', portal: 'acme' });
    story.passes(hour);
    expect(story.shell.state.watches.map(({ portal }) => portal.id)).toEqual(['globex']);
  });

  test('that is not there any more asks for nothing', () => {
    const story = new Story().begins(nothing);
    const { state } = story.shell;
    for (const type of ['openLink', 'copyLink', 'openPage'] as const) {
      expect(story.shell.does({ type, portal: 'nobody', backup: taskA })).toEqual([]);
    }
    expect(story.shell.does({ type: 'remove', portal: 'nobody' })).toEqual([]);
    expect(story.shell.does({ type: 'rename', portal: 'nobody', name: 'x' })).toEqual([]);
    expect(story.shell.state).toEqual(state);
  });
});

test('a theme is chosen and kept', () => {
  const story = new Story();
  expect(story.shell.does({ type: 'theme', theme: 'dark' })).toEqual([{ do: 'saveSettings' }]);
  expect(story.shell.restart().state.theme).toBe('dark');
});
