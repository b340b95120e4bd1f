import type { HistoryView } from '../../contract/historyView.ts';
import type { Snapshot } from '../../contract/snapshot.ts';
import type { Visible } from '../../core/event.ts';
import { visibleIn } from '../../core/reduce/visible.ts';
import type { Theme } from '../../core/settings.ts';
import type { State } from '../../core/state.ts';
import { statusesOf } from '../../core/status/statusOf.ts';
import { historyView } from '../../present/history/historyView.ts';
import { snapshotOf } from '../../present/snapshot.ts';
import type { Words } from '../../present/i18n/i18n.ts';
import { type TrayView, trayViewOf } from '../../present/tray.ts';

/** Turns the state into what tray and window show, and sends only what has changed. */
export type Presenter = {
  present: (state: State, now: number) => void;
  /** The first snapshot of a window, with the fixed words. */
  firstSnapshot: (state: State, now: number) => Snapshot;
  /** What a snapshot showed, if it is the latest one. */
  visibleAt: (revision: number) => Visible | null;
};

/** Where it is shown. */
type Surfaces = {
  tray: (view: TrayView) => void;
  theme: (theme: Theme) => void;
  /** What sends to the window; null while there is none. */
  window: () => ((snapshot: Snapshot) => void) | null;
  /** The runs of a portal, while they are looked at. */
  history: (view: HistoryView) => void;
};

export function createPresenter(words: Words, surfaces: Surfaces): Presenter {
  let revision = 0;
  let visible: Visible = { endings: [], items: [] };
  let sent = '';
  let theme: Theme | null = null;
  let sentRuns = '';

  const note = (snapshot: Snapshot, state: State): void => {
    revision = snapshot.revision;
    visible = visibleIn(state);
    sent = contentOf(snapshot);
  };

  const presentRuns = (state: State, now: number): void => {
    const view = historyView(state, words, now);
    const content = view === null ? '' : JSON.stringify(view);
    if (view !== null && content !== sentRuns) surfaces.history(view);
    sentRuns = content;
  };

  return {
    present: (state, now) => {
      const portals = statusesOf(state.watches, now);
      surfaces.tray(trayViewOf(state, portals, words, now));
      if (state.theme !== theme) surfaces.theme(state.theme);
      theme = state.theme;
      const send = surfaces.window();
      // Before its first word a window has nothing to update.
      if (send === null || !state.windowOpen) return;
      presentRuns(state, now);
      const snapshot = snapshotOf(state, portals, words, now, revision + 1, false);
      if (contentOf(snapshot) === sent) return;
      note(snapshot, state);
      send(snapshot);
    },
    firstSnapshot: (state, now) => {
      const portals = statusesOf(state.watches, now);
      const snapshot = snapshotOf(state, portals, words, now, revision + 1, true);
      note(snapshot, state);
      return snapshot;
    },
    visibleAt: (seen) => (seen === revision ? visible : null),
  };
}

function contentOf(snapshot: Snapshot): string {
  return JSON.stringify({ ...snapshot, revision: 0, labels: null });
}
