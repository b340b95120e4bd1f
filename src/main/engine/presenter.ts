import type { WebContents } from 'electron';
import type { Snapshot } from '../../contract/snapshot.ts';
import { type Visible, visibleIn } from '../../core/reduce/visible.ts';
import type { Theme } from '../../core/settings.ts';
import type { State } from '../../core/state.ts';
import { snapshotOf } from '../../present/snapshot.ts';
import type { Words } from '../../present/i18n/i18n.ts';
import { type TrayView, trayViewOf } from '../../present/tray.ts';

/** Turns the state into what tray and window show, and sends only what has changed. */
export type Presenter = {
  present: (state: State, now: number) => void;
  /** The first snapshot of a window, with the fixed words. */
  firstSnapshot: (state: State, now: number) => Snapshot;
  /** What a snapshot showed, if it is the latest one. */
  sightOf: (revision: number) => Visible | null;
};

/** Where it is shown. */
export type Surfaces = {
  tray: (view: TrayView) => void;
  theme: (theme: Theme) => void;
  window: () => Pick<WebContents, 'send'> | null;
  send: (window: Pick<WebContents, 'send'>, snapshot: Snapshot) => void;
};

export function createPresenter(words: Words, surfaces: Surfaces): Presenter {
  let revision = 0;
  let visible: Visible = { endings: [], items: [] };
  let sent = '';
  let theme: Theme | null = null;

  const snapshot = (state: State, now: number, first: boolean): Snapshot => {
    revision += 1;
    visible = visibleIn(state);
    const made = snapshotOf(state, words, now, revision, first);
    sent = contentOf(made);
    return made;
  };

  return {
    present: (state, now) => {
      surfaces.tray(trayViewOf(state, words, now));
      if (state.theme !== theme) surfaces.theme(state.theme);
      theme = state.theme;
      const contents = surfaces.window();
      // Before its first word a window has nothing to update.
      if (contents === null || !state.windowOpen) return;
      const next = snapshotOf(state, words, now, 0, false);
      if (contentOf(next) !== sent) surfaces.send(contents, snapshot(state, now, false));
    },
    firstSnapshot: (state, now) => snapshot(state, now, true),
    sightOf: (seen) => (seen === revision ? visible : null),
  };
}

function contentOf(snapshot: Snapshot): string {
  return JSON.stringify({ ...snapshot, revision: 0, labels: null });
}
