// The focus is never lost: when the control it is on goes away, it goes back to what had opened it (`data-opener` is
// its id), or else to what is nearest.

type FocusPosition = { element: Element; opener: string; row: number };

let last: FocusPosition | null = null;

document.addEventListener('focusin', ({ target }) => {
  if (!(target instanceof Element)) return;
  const opener = target.closest<HTMLElement>('[data-opener]')?.dataset['opener'] ?? '';
  last = { element: target, opener, row: rows().findIndex((row) => row.contains(target)) };
});

/** To be called whenever what is shown has changed. */
export function restoreFocus(): void {
  focusOpener();
  if (!isLost()) return;
  const row = last === null || last.row < 0 ? undefined : (rows()[last.row] ?? rows().at(-1));
  const next =
    row?.querySelector('button') ?? document.getElementById('add-portal') ?? document.querySelector('button');
  next?.focus();
}

/** Back to the button that had opened what was left, if it is there. */
export function focusOpener(): void {
  if (isLost()) document.getElementById(last?.opener ?? '')?.focus();
}

function isLost(): boolean {
  return last !== null && !last.element.isConnected && document.activeElement === document.body;
}

function rows(): Element[] {
  return [...document.querySelectorAll('[data-row]')];
}
