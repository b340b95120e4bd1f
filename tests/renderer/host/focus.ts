import type { Page } from 'playwright';

/** A control that has the focus: its accessible name, and what it is about. */
export type Focused = { name: string; about: string; ring: number; inView: boolean };

/** What has the focus now; null for nothing. */
export async function focused(page: Page): Promise<Focused | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const isField = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
    const label = isField ? element.labels?.[0]?.textContent : element.textContent;
    const name = element.getAttribute('aria-label') ?? label ?? '';
    const [described = ''] = (element.getAttribute('aria-describedby') ?? '').split(' ');
    const about = document.getElementById(described);
    // What a text field is described by is its hint; a switch or a list may be about something.
    const hinted = element instanceof HTMLInputElement && !element.matches('[role=switch]');
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return {
      name: name.trim(),
      about: hinted || described.endsWith('-note') ? '' : (about?.textContent ?? ''),
      ring: style.outlineStyle === 'solid' ? Number.parseFloat(style.outlineWidth) : 0,
      inView: box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth,
    };
  });
}

/** "Remove of Kestrel Legal", or "nothing". */
export async function focusedName(page: Page): Promise<string> {
  return nameOf(await focused(page));
}

export function nameOf(focused: Focused | null): string {
  if (focused === null) return 'nothing';
  return focused.about === '' ? focused.name : `${focused.name} of ${focused.about}`;
}

/** Every stop of the Tab key, from the top of the window to its end. */
export async function walk(page: Page): Promise<Focused[]> {
  await page.evaluate(() => {
    // Where the next Tab starts from is the top, whatever had the focus.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  const stops: Focused[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop === null || stops.some((other) => nameOf(other) === nameOf(stop))) return stops;
    stops.push(stop);
  }
}
