import type { CommandName } from '../../../src/contract/channels.ts';
import type { HistoryView } from '../../../src/contract/historyView.ts';
import type { Snapshot } from '../../../src/contract/snapshot.ts';

/** What a window sent: which command, with what. */
export type Sent = [name: CommandName, input: unknown];

/** What a test can do in the host's main process. */
export type Controls = {
  /** Loads the page anew, answers its hello with this, and resolves once that is painted: so long after its hello. */
  load: (first: Snapshot) => Promise<number>;
  /** Sends another snapshot, and resolves once that is painted. */
  show: (snapshot: Snapshot) => Promise<void>;
  /** Sends the runs of a portal, once their view is open. */
  showRuns: (view: HistoryView) => Promise<void>;
  /** Sends it unchecked, and waits for nothing. */
  push: (snapshot: unknown) => void;
  /** What the window has sent since it was last asked, but for what it has seen. */
  take: () => Sent[];
  /** The revisions that it says were seen since then. */
  takeSeen: () => number[];
  /** Messages that the contract does not allow. */
  refused: () => string[];
};

declare global {
  var controls: Controls;
}
