import { describe, expect, test } from 'vitest';
import type { HistoryView } from '../../../src/contract/historyView.ts';
import type { Snapshot } from '../../../src/contract/snapshot.ts';
import { applyProgress } from '../../../src/core/backup/applyProgress.ts';
import { newJob } from '../../../src/core/backup/job.ts';
import { visibleIn } from '../../../src/core/reduce/visible.ts';
import type { State } from '../../../src/core/state.ts';
import { createPresenter } from '../../../src/main/engine/presenter.ts';
import type { TrayView } from '../../../src/present/tray.ts';
import { openHistoryOf } from '../../../src/core/history/openHistory.ts';
import { runOf } from '../../support/core/runs.ts';
import { words } from '../../support/words.ts';
import { reads, readsFinished, start, stateOf } from '../../support/given.ts';

function show() {
  const trays: TrayView[] = [];
  const themes: string[] = [];
  const sent: Snapshot[] = [];
  const histories: HistoryView[] = [];
  const there = { window: true };
  const presenter = createPresenter(words, {
    tray: (view) => trays.push(view),
    theme: (theme) => themes.push(theme),
    window: () => (there.window ? (snapshot) => sent.push(snapshot) : null),
    history: (view) => histories.push(view),
  });
  return { presenter, trays, themes, sent, histories, there };
}

const open: State = { ...stateOf(), windowOpen: true, windowFocused: true };
const renamed: State = {
  ...open,
  watches: open.watches.map((watch) => ({ ...watch, portal: { ...watch.portal, name: 'Other' } })),
};

const done = applyProgress(applyProgress(newJob, reads(), start).job, readsFinished(), start).job;
const finished: State = {
  ...open,
  watches: open.watches.map((watch) => ({
    ...watch,
    keyStatus: 'ready',
    jobs: { ...watch.jobs, portal: done },
  })),
};

describe('the window', () => {
  test('is sent what has changed, and nothing while nothing has', () => {
    const { presenter, sent } = show();
    const first = presenter.firstSnapshot(open, start);
    presenter.present(open, start);
    expect(sent).toEqual([]);
    presenter.present(renamed, start);
    presenter.present(renamed, start);
    expect(sent.map(({ portals }) => portals[0]?.name)).toEqual(['Other']);
    expect(sent[0]?.revision).toBeGreaterThan(first.revision);
    expect([first.labels === null, sent[0]?.labels]).toEqual([false, null]);
  });

  test('is sent nothing before it has asked, after it was closed, and when it is gone', () => {
    const { presenter, sent, there } = show();
    presenter.present({ ...open, windowOpen: false }, start);
    there.window = false;
    presenter.present(open, start);
    expect(sent).toEqual([]);
  });

  test('that is new is sent everything, whatever the one before it was sent', () => {
    const { presenter } = show();
    expect(presenter.firstSnapshot(open, start).labels).not.toBeNull();
    expect(presenter.firstSnapshot(open, start).portals[0]?.name).toBe('Acme');
  });
});

describe('the runs of a portal', () => {
  const looked: State = { ...open, history: { ...openHistoryOf('acme'), read: true } };

  test('are sent while they are looked at, when they have changed, and again to who opens them again', () => {
    const { presenter, histories } = show();
    presenter.present(open, start);
    expect(histories).toEqual([]);
    presenter.present(looked, start);
    presenter.present(looked, start);
    expect(histories).toHaveLength(1);
    presenter.present(
      { ...looked, history: { ...openHistoryOf('acme'), read: true, runs: [runOf('a')] } },
      start,
    );
    expect(histories.map(({ runs }) => runs.length)).toEqual([0, 1]);
    presenter.present(open, start);
    presenter.present(looked, start);
    expect(histories).toHaveLength(3);
  });

  test('are sent to no window that is closed', () => {
    const { presenter, histories } = show();
    presenter.present({ ...looked, windowOpen: false }, start);
    expect(histories).toEqual([]);
  });
});

describe('what was seen', () => {
  test('is what the latest snapshot showed; what an older one showed is not known any more', () => {
    const { presenter, sent } = show();
    const first = presenter.firstSnapshot(open, start);
    expect(presenter.visibleAt(first.revision)).toEqual({ endings: [], items: [] });
    presenter.present(finished, start);
    expect(presenter.visibleAt(first.revision)).toBeNull();
    expect(presenter.visibleAt(sent[0]?.revision ?? 0)).toEqual(visibleIn(finished));
    expect(visibleIn(finished).endings).toHaveLength(1);
    expect(presenter.visibleAt(0)).toBeNull();
  });
});

test('the tray is shown each state, and sets what it likes', () => {
  const { presenter, trays } = show();
  presenter.present(open, start);
  presenter.present({ ...open, pausedUntil: Infinity }, start);
  expect(trays.map(({ icon }) => icon).at(-1)).toBe('paused');
  expect(trays[0]?.menu.length).toBeGreaterThan(3);
});

test('the theme is set when it is another: each setting is a change to Chromium', () => {
  const { presenter, themes } = show();
  presenter.present(open, start);
  presenter.present(renamed, start);
  presenter.present({ ...open, theme: 'dark' }, start);
  presenter.present({ ...open, theme: 'dark' }, start);
  expect(themes).toEqual(['system', 'dark']);
});
