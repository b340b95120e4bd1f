import type { CommandName } from './channels.ts';
import type { CommandInputs } from './commands.ts';
import type { HistoryView } from './historyView.ts';
import type { Snapshot } from './snapshot.ts';

/** What preload exposes as `window.keepwatch`. Types only: nothing of the schemas reaches the window. */
export type Bridge = {
  hello: () => Promise<Snapshot>;
  onSnapshot: (hear: (snapshot: Snapshot) => void) => void;
  /** Hears of the runs that are looked at, in place of who heard of them before. */
  onHistory: (hear: (view: HistoryView) => void) => void;
} & { [Name in CommandName]: Send<CommandInputs[Name]> };

type Send<Input> = Record<string, never> extends Input ? () => void : (input: Input) => void;

declare global {
  interface Window {
    readonly keepwatch: Bridge;
  }
}
