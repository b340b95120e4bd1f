import { describe, expect, test } from 'vitest';
import { portalRowSchema } from '../../src/contract/portalRow.ts';
import type { SaveFailure } from '../../src/core/saving/order.ts';
import { failures, second, minute, taskA } from '../support/given.ts';
import type { Story } from '../support/core/story.ts';
import {
  contents,
  endsSaved,
  endsUnsaved,
  finishing,
  folder,
  savedArchive,
  savingPortal,
} from '../support/core/saves.ts';
import { words } from '../support/present/presented.ts';
import { buttons, row } from '../support/present/row.ts';
import { trayOf } from '../support/present/shown.ts';
import { notificationText } from '../../src/present/notification/notification.ts';

const size = 4_200_000_000;

/** Every finished backup is saved, and the first one is on its way. */
function saving(): Story {
  return finishing(savingPortal());
}

/** So many megabytes a second come, for ten seconds. */
function comes(story: Story, speed: number, of: number | null = size, from = 0): Story {
  for (let passed = 0; passed <= 10; passed++) {
    const done = from + speed * 1_000_000 * passed;
    const progress = { stage: 'receiving' as const, done, size: of };
    story.shell.does({ type: 'saveProgress', portal: 'acme', backup: taskA, progress });
    story.passes(second);
  }
  return story;
}

/** What the row says, as its lines, and what its buttons. */
function said(story: Story): Array<string | null> {
  const { saving: view } = portalRowSchema.parse(row(story));
  return view === null ? [] : [view.text, view.detail, view.next, ...view.buttons.map(({ label }) => label)];
}

function unsaved(failure: SaveFailure, times = 1): Story {
  const story = saving();
  for (let time = 1; time < times; time++) endsUnsaved(story, failure).passes(minute);
  return endsUnsaved(story, failure);
}

describe('the row of a portal whose archive is saved', () => {
  test('says how far it is, how fast, and how long it still takes', () => {
    const story = saving();
    expect(said(story)).toEqual(['Saving archive…', null, null, 'Stop saving']);
    comes(story, 31, size, 1_500_000_000);
    expect(said(story)).toEqual(['Saving archive, 43 %', '31 MB/s, about 2 min left', null, 'Stop saving']);
    expect(row(story).saving?.percent).toBe(43);
  });

  test('says how much has come where the server does not say how much there is', () => {
    const story = comes(saving(), 31, null);
    expect(said(story)).toEqual(['Saving archive, 310 MB so far', '31 MB/s', null, 'Stop saving']);
    expect(row(story).saving?.percent).toBeNull();
  });

  test('says that what came before is read first', () => {
    const story = saving();
    const progress = { stage: 'reading' as const, done: 1, size: 2 };
    story.shell.does({ type: 'saveProgress', portal: 'acme', backup: taskA, progress });
    expect(said(story)).toEqual(['Checking what was already saved', null, null, 'Stop saving']);
  });

  test('does not offer to save it once more', () => {
    expect(buttons(saving())).toEqual(['[Open link]', 'Copy link']);
    expect(buttons(endsSaved(saving()))).toEqual(['[Open link]', 'Copy link']);
    expect(buttons(endsSaved(saving(), savedArchive({ contents: 'damaged' })))).toContain('Save archive');
  });

  test('says that it was read through, and where it is', () => {
    expect(said(endsSaved(saving()))).toEqual([
      'Saved and readable, 14,203 files, 2 missing',
      null,
      '4.2 MB, in /backups/acme',
      'Show in folder',
    ]);
    const whole = savedArchive({ contents: { ...contents, files: 1, missing: 0 } });
    expect(said(endsSaved(saving(), whole))[0]).toBe('Saved and readable, 1 file');
  });

  test.each([
    [{ databases: false }, 'It holds no databases: it cannot restore a portal.'],
    [{ storage: false }, 'It holds no stored files.'],
  ])('says what is not in it: %o', (parts, lack) => {
    const story = endsSaved(saving(), savedArchive({ contents: { ...contents, missing: 0, ...parts } }));
    expect(said(story)[1]).toBe(lack);
    expect(row(story).saving?.tone).toBe('warn');
  });

  test('says that it cannot be read, and what to do', () => {
    const story = endsSaved(saving(), savedArchive({ contents: 'damaged', file: '/b/a.damaged.tar.gz' }));
    expect(said(story)).toEqual([
      'Saved, but it cannot be read',
      null,
      'It is kept as /b/a.damaged.tar.gz, for a look at it. Save it again while its link works, or make another backup.',
      'Show in folder',
    ]);
    expect(row(story).saving?.tone).toBe('danger');
  });

  test('counts down to the next try', () => {
    const story = unsaved({ of: 'network', failure: failures.timeout });
    expect(said(story)).toEqual([
      'Saving the archive was interrupted',
      null,
      'Keepwatch tries again in 5 s, and goes on where it was.',
      'Try again',
      'Stop saving',
    ]);
    story.shell.now += 5 * second;
    expect(said(story)[2]).toBe('Keepwatch tries again now, and goes on where it was.');
  });

  test.each([
    ['missing', `The folder ${folder} is not there.`, /^Connect its disk or share/],
    ['forbidden', `Keepwatch may not write to the folder ${folder}.`, /^Allow it/],
    ['full', `There is not enough room in the folder ${folder}.`, /^Make room/],
    ['unwritable', `The folder ${folder} cannot be written to.`, /^Look at its disk/],
  ] as const)('says what is wrong with the folder: %s', (why, fact, next) => {
    const story = unsaved({ of: 'folder', why });
    expect(said(story)).toEqual([
      'Archive not saved yet',
      fact,
      expect.stringMatching(next),
      'Try again',
      'Stop saving',
    ]);
  });

  test.each([
    [{ of: 'link', why: 'expired' }, 2, 'The link expired before the archive was saved', 'Open backup page'],
    [{ of: 'link', why: 'gone' }, 2, 'The portal offers the archive no more', 'Open backup page'],
    [{ of: 'size' }, 3, 'The server sent another length than it had said', undefined],
  ] as const)('says why nothing came of it: %o', (failure, times, fact, button) => {
    const [text, , next, label] = said(unsaved(failure, times));
    expect([text, label]).toEqual([fact, button]);
    expect(next).not.toBeNull();
  });

  test('says for a while that it was stopped', () => {
    const story = saving();
    story.shell.does({ type: 'stopSaving', portal: 'acme', backup: taskA });
    expect(said(story)).toEqual(['Stopping…', null, null]);
    endsUnsaved(story, { of: 'stopped' });
    expect(said(story)).toEqual(['Saving the archive was stopped', null, null]);
    expect(said(story.passes(2 * minute))).toEqual([]);
    expect(buttons(story)).toContain('Save archive');
  });
});

describe('tooltip and menu', () => {
  const tray = (story: Story) => trayOf(story.shell.state, words, story.shell.now);
  const lines = (story: Story): unknown[] => tray(story).menu.flatMap((line) => line?.label ?? []);

  test('say how far it is', () => {
    const story = comes(saving(), 31, size, 1_500_000_000);
    const pace = 'saving archive 43 %, 31 MB/s, about 2 min left';
    expect(tray(story).tooltip).toBe(`Acme: backup finished, ${pace}`);
    expect(lines(story)[0]).toBe(tray(story).tooltip);
    expect(lines(story)).toContain('Stop saving: Acme');
    expect(tray(endsUnsaved(story, { of: 'folder', why: 'full' })).tooltip).toBe(
      'Acme: backup finished, archive not saved yet',
    );
  });

  test('save the newest backup, and show where it was saved', () => {
    const story = finishing();
    expect(lines(story)).toContain('Save archive: Acme, today, 03:04');
    expect(lines(story).join()).not.toContain('Show archive');
    const saved = lines(endsSaved(saving()));
    expect(saved).toContain('Show archive: Acme, today, 03:04');
    expect(saved.join()).not.toContain('Save archive');
  });
});

describe('the notification', () => {
  function shownOf(story: Story): unknown {
    story.passes(minute);
    const notification = story.shell.shown.at(-1)?.notification;
    if (notification === undefined) throw new Error('nothing was shown');
    return notificationText(notification, story.shell.state, words, story.shell.now);
  }

  test('of a saved archive takes the place of that of its backup, and shows it in its folder', () => {
    const show = { type: 'showArchive', portal: 'acme', backup: taskA };
    expect(shownOf(endsSaved(saving()))).toEqual({
      tag: 'acme portal task-a',
      title: 'Acme: archive saved',
      body: 'Saved and readable, 14,203 files, 2 missing\nIn /backups/acme/a.tar.gz',
      urgency: 'normal',
      click: show,
      buttons: [{ label: 'Show in folder', action: show }],
    });
  });

  test('of a backup does not offer to save what is saved anyway', () => {
    expect(shownOf(saving())).toMatchObject({ buttons: [{ label: 'Open link' }, { label: 'Copy link' }] });
  });

  test.each([
    ['damaged', endsSaved, 'saved archive cannot be read', 'openWindow', 'saveArchive'],
    ['gone', () => unsaved({ of: 'link', why: 'gone' }, 2), 'archive not saved', 'openPage', 'openPage'],
  ] as const)('of one that is %s says what to do', (_what, end, title, click, button) => {
    const story = end(saving(), savedArchive({ contents: 'damaged' }));
    expect(shownOf(story)).toMatchObject({
      title: `Acme: ${title}`,
      urgency: 'critical',
      click: { type: click },
      buttons: [{ action: { type: button } }],
    });
  });

  test('of a folder says what to do, and tries again', () => {
    expect(shownOf(unsaved({ of: 'folder', why: 'missing' }))).toMatchObject({
      tag: 'acme savingHindered',
      title: 'Acme: archives cannot be saved',
      body: expect.stringContaining(`The folder ${folder} is not there.\nConnect its disk or share`),
      buttons: [{ label: 'Try again', action: { type: 'retrySaving', portal: 'acme' } }],
    });
  });

  test.each([
    ['saved', (story: Story) => endsSaved(story), 0],
    ['failed', (story: Story) => endsUnsaved(story, { of: 'folder', why: 'missing' }), 1],
    ['failed', (story: Story) => endsSaved(story, savedArchive({ contents: 'damaged' })), 1],
  ] as const)('is not shown where nobody wants any of its kind (%s)', (kind, end, lines) => {
    const story = saving().passes(minute);
    story.shell.does({ type: 'notifyOf', kind, on: false });
    const before = story.shell.shown.length;
    end(story).passes(minute);
    expect(story.shell.shown).toHaveLength(before);
    expect(story.shell.state.delivery.refused).toHaveLength(lines);
  });
});
