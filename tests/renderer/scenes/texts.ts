import type { HistoryView } from '../../../src/contract/historyView.ts';
import type { Snapshot } from '../../../src/contract/snapshot.ts';
import type { View } from './views.ts';

/** The same view with other words in it; `key` says what a text is for. */
export type Change = (text: string, key: string) => string;

// What is not said but meant for the machine.
const codes = new Set([
  ...['id', 'shape', 'tone', 'weight', 'stage', 'connected', 'proxy'],
  ...['type', 'portal', 'scope', 'job', 'kind', 'storage', 'silenced', 'polling'],
]);

function reword<Value>(value: Value, change: Change, key?: string): Value;
function reword(value: unknown, change: Change, key = ''): unknown {
  if (typeof value === 'string') return codes.has(key) ? value : change(value, key);
  if (Array.isArray(value)) return value.map((item) => reword(item, change, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, reword(item, change, name)]));
}

export function rewordSnapshot(snapshot: Snapshot, change: Change): Snapshot {
  const { language, direction, theme } = snapshot;
  return { ...reword(snapshot, change), language, direction, theme };
}

export function rewordRuns(view: HistoryView, change: Change): HistoryView {
  return reword(view, change);
}

export function rewordView(
  { first, steps }: View,
  change: (snapshot: Snapshot) => Snapshot,
  changeRuns: (view: HistoryView) => HistoryView,
): View {
  return {
    first: change(first),
    steps: steps.map((step) => {
      if ('show' in step) return { show: change(step.show) };
      return 'runs' in step ? { runs: changeRuns(step.runs) } : step;
    }),
  };
}
