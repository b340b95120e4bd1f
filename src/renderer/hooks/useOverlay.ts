import { useLayoutEffect, useRef } from 'preact/hooks';
import { bridge } from '../bridge.ts';

// What is open on top of the list, the topmost last: a form, the settings, a question. Escape leaves the topmost; with
// nothing open it closes the window. While anything is open, the window stays when it loses the focus.
const open: Array<() => void> = [];
let told = false;

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
  const leave = open.at(-1) ?? bridge.close;
  leave();
});

/** For as long as the component is there, it is open, and this is the way out of it. */
export function useOverlay(leave: () => void): void {
  const latest = useRef(leave);
  latest.current = leave;
  useLayoutEffect(() => {
    const leaveLatest = (): void => latest.current();
    open.push(leaveLatest);
    tell();
    return () => {
      open.splice(open.indexOf(leaveLatest), 1);
      tell();
    };
  }, []);
}

/** Once what closes and what opens at the same time have both been counted. */
function tell(): void {
  queueMicrotask(() => {
    const held = open.length > 0;
    if (held !== told) bridge.hold({ held });
    told = held;
  });
}
