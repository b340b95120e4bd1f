import type { Bus } from './bus.ts';
import type { Pixmap } from './pixmap.ts';
import type { Incoming } from './service.ts';
import type { TrayItem } from './trayItem.ts';

/** Why an item was read: it is new, or it said that something changed. */
export type Cause = 'registered' | 'NewToolTip' | 'NewIcon' | 'LayoutUpdated';

/** What an item showed right after a signal. What the signal was not about is as it was before. */
export type TrayReading = { cause: Cause; at: Date; tooltip: string; icon: Pixmap; menu: string[] };

/** Reads an item when it is new and after each of its signals, in order, until it is told to end. */
export async function followItem(
  bus: Bus,
  item: TrayItem,
  report: (reading: TrayReading) => void,
  end: AbortSignal,
): Promise<void> {
  let last: Promise<TrayReading | undefined> = Promise.resolve(undefined);
  const read = (cause: Cause): void => {
    last = last.then(async (before) => {
      try {
        const reading = { ...(before ?? (await readAll(item))), ...(await readAgain(item, cause)) };
        const now = { ...reading, cause, at: new Date() };
        if (!end.aborted) report(now);
        return now;
      } catch {
        // It left while it was being read.
        return before;
      }
    });
  };
  const hear = ({ member }: Incoming): void => {
    if (member === 'NewToolTip' || member === 'NewIcon' || member === 'LayoutUpdated') read(member);
  };
  await bus.listen({ sender: item.owner }, hear, end);
  read('registered');
}

async function readAll(item: TrayItem) {
  return { tooltip: await item.tooltip(), icon: await item.icon(), menu: await item.menuWords() };
}

async function readAgain(item: TrayItem, cause: Cause): Promise<Partial<TrayReading>> {
  switch (cause) {
    case 'NewToolTip':
      return { tooltip: await item.tooltip() };
    case 'NewIcon':
      return { icon: await item.icon() };
    case 'LayoutUpdated':
      return { menu: await item.menuWords() };
    case 'registered':
      return {};
    default:
      return cause satisfies never;
  }
}
