import { describe, expect, test } from 'vitest';
import { fail } from '../../../src/core/base/result.ts';
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
} from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';

const page = 'https://acme.onlyoffice.com/portal-settings/backup/data-backup';

function finished(): Story {
  return new Story([acme, globex]).begins(reads()).looks(readsFinished());
}

function seen(story: Story): boolean | undefined {
  return story.shell.state.watches[0]?.jobs.portal.ending?.seen;
}

function does(story: Story, type: 'openLink' | 'copyLink' | 'openPage' | 'openPortal', portal = 'acme') {
  return story.shell.does({ type, portal }).filter((effect) => effect.do === 'open' || effect.do === 'copy');
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
    expect(does(story, 'copyLink')).toEqual([]);
    expect(seen(story)).toBe(false);
    expect(does(story, 'openLink')).toEqual([{ do: 'open', url: page }]);
    expect(does(new Story().begins(nothing), 'openLink')).toEqual([{ do: 'open', url: page }]);
  });

  test('opened before it was told, it is told no more', () => {
    const story = new Story().begins(reads());
    story.shell.world.notices = 'unanswered';
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
    story.shell.world.notices = 'unanswered';
    story.script().history = fail(failures.unpaid);
    story
      .looks(reads({ task: 'b' }))
      .looks(reads({ task: 'c' }))
      .passes(minute);
    does(story, 'openLink');
    expect(story.shell.state.watches[0]?.ledger.pending).toMatchObject([{ id: 'portal b unknown' }]);
  });
});

describe('the portal’s backup page', () => {
  test('is opened, from a row or from a notice, and what the row says has been seen', () => {
    const story = new Story().begins(reads()).looks(reads({ completed: true, error: 'Disk full.' }));
    expect(seen(story)).toBe(false);
    expect(does(story, 'openPage')).toEqual([{ do: 'open', url: page }]);
    expect(seen(story)).toBe(true);
  });

  test('is not the portal’s first page, which says nothing of its backups', () => {
    const story = new Story().begins(reads()).looks(reads({ completed: true, error: 'Disk full.' }));
    expect(does(story, 'openPortal')).toEqual([{ do: 'open', url: acme.origin }]);
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
    story.shell.world.notices = 'refused';
    story.looks(readsFinished());
    expect(story.shell.state.delivery.refused).toHaveLength(1);
    expect(story.shell.does({ type: 'remove', portal: 'acme' })).toEqual([
      { do: 'saveSettings' },
      { do: 'forget', portal: 'acme' },
    ]);
    expect(story.shell.state.delivery.refused).toEqual([]);
    story.shell.world.notices = 'taken';
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
    for (const type of ['openLink', 'copyLink', 'openPage', 'remove'] as const) {
      expect(story.shell.does({ type, portal: 'nobody' })).toEqual([]);
    }
    expect(story.shell.does({ type: 'rename', portal: 'nobody', name: 'x' })).toEqual([]);
    expect(story.shell.state).toEqual(state);
  });
});

test('a theme is chosen and kept', () => {
  const story = new Story();
  expect(story.shell.does({ type: 'theme', theme: 'dark' })).toEqual([{ do: 'saveSettings' }]);
  expect(story.shell.restart().state.theme).toBe('dark');
});
