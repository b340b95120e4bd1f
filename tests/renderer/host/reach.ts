import type { Locator, Page } from 'playwright';
import type { Labels } from '../../../src/contract/labels.ts';
import type { HistoryView } from '../../../src/contract/historyView.ts';
import type { Snapshot } from '../../../src/contract/snapshot.ts';
import type { Step, View } from '../scenes/views.ts';

/** A window that shows what a test sends. */
export type ShownWindow = {
  readonly page: Page;
  /** The fixed words of the window that is shown. */
  readonly labels: Labels;
  /** A fresh window with this as its first snapshot. */
  load: (first: Snapshot) => Promise<unknown>;
  /** The next snapshot of the window that is shown. */
  show: (next: Snapshot) => Promise<unknown>;
  /** The runs of a portal, to the view of them. */
  showRuns: (view: HistoryView) => Promise<void>;
  /** Sends anything, also what no main process would send, and waits for nothing. */
  push: (snapshot: unknown) => Promise<void>;
};

/** Brings a fresh window to a view, the way a user gets there. */
export async function reach(host: ShownWindow, { first, steps }: View): Promise<void> {
  await host.load(first);
  for (const step of steps) {
    if ('break' in step) await breakOff(host, first);
    else await take(host, step, nameOf(first, step));
  }
}

/** No main process sends this: the window cannot draw it. */
async function breakOff(host: ShownWindow, first: Snapshot): Promise<void> {
  await host.push({ ...first, revision: 0, portals: null });
  await host.page.getByRole('button', { name: host.labels.reload }).waitFor();
}

async function take(
  host: ShownWindow,
  step: Exclude<Step, { break: true }>,
  portal: string | undefined,
): Promise<void> {
  const { labels, page } = host;
  if ('show' in step) await host.show(step.show);
  else if ('runs' in step) await host.showRuns(step.runs);
  else if ('type' in step) {
    await page.getByRole('textbox', { name: labels[step.into] }).fill(step.type);
  } else {
    const place = portal === undefined ? page : itemOf(page, portal);
    await place.getByRole('button', { name: labels[step.press], exact: true }).click();
  }
}

/** What belongs to one portal, in the list or in the settings. */
export function itemOf(page: Page, portal: string): Locator {
  const name = { name: portal, exact: true };
  return page.getByRole('listitem', name).or(page.getByRole('group', name));
}

function nameOf({ portals, settings }: Snapshot, step: Step): string | undefined {
  if (!('of' in step)) return undefined;
  const proxy = settings.proxies.find((setting) => setting.proxy === step.of);
  return portals.find(({ id }) => id === step.of)?.name ?? proxy?.name;
}
