import { BrowserWindow } from 'electron';
import type { Event } from '../../core/event.ts';
import type { Clock } from '../clock.ts';
import { whenShowable } from './firstShow.ts';
import { harden } from './hardening.ts';
import { showPage } from './page.ts';
import type { Point } from './position.ts';
import { pageUrl } from './protocol.ts';
import { type WindowKind, windowOptions } from './options.ts';

/** The one window: made when it is asked for, destroyed when it goes away, so that nothing of it idles. */
export type WindowControl = {
  open: (kind: WindowKind) => void;
  /** Opens the glance window, or puts it away when it is there: what a click on the tray icon does. */
  toggle: () => void;
  /** While a form or a question is open, the window stays when it loses the focus. */
  hold: (held: boolean) => void;
  close: () => void;
  contents: () => Electron.WebContents | null;
};

type WindowParts = {
  files: { preload: string; icon: string };
  clock: Pick<Clock, 'steady' | 'after'>;
  /** Where the pointer is, in pixels; null where that is not known better than Electron knows it. */
  pointer: () => Promise<Point | null>;
  /** The process behind the window died, or its page could not be loaded. */
  failed: (reason: string) => void;
};

/** Clicking the tray icon takes the focus first: that click must not open what it has just closed. */
const longestClick = 300;
/** The second half of a double click must not undo what the first has done. */
const longestDoubleClick = 500;

export function createWindowControl(parts: WindowParts, dispatch: (event: Event) => void): WindowControl {
  let window: BrowserWindow | null = null;
  let kind: WindowKind = 'ordinary';
  let held = false;
  let leftAt = -Infinity;
  let clickedAt = -Infinity;

  const make = (wanted: WindowKind, pointer: Point | null): BrowserWindow => {
    const made = new BrowserWindow(windowOptions(wanted, parts.files, pointer));
    harden(made.webContents);
    whenShowable(made, parts.clock.after, () => {
      if (made.isDestroyed()) return;
      made.show();
      dispatch({ type: 'windowOpened' });
    });
    made.on('focus', () => dispatch({ type: 'windowFocused' }));
    made.on('blur', () => {
      dispatch({ type: 'windowBlurred' });
      if (kind === 'glance' && !held) made.close();
    });
    made.on('closed', () => {
      window = null;
      held = false;
      leftAt = parts.clock.steady();
      dispatch({ type: 'windowClosed' });
    });
    showPage(made, `${pageUrl}#${wanted}`, {
      after: parts.clock.after,
      failed: (reason) => {
        held = false;
        dispatch({ type: 'windowClosed' });
        parts.failed(reason);
      },
      again: () => dispatch({ type: 'windowOpened' }),
    });
    return made;
  };

  const open = (wanted: WindowKind, pointer: Point | null = null): void => {
    if (window === null) {
      kind = wanted;
      window = make(wanted, pointer);
      return;
    }
    if (wanted === 'ordinary') kind = 'ordinary';
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };

  return {
    open: (wanted) => open(wanted),
    toggle: () => {
      const before = clickedAt;
      clickedAt = parts.clock.steady();
      if (clickedAt - before <= longestDoubleClick) return;
      if (window !== null && kind === 'glance' && !held) window.close();
      // A form or a question is brought to the front: what was typed into it must not be lost by a click.
      else if (window !== null) open('glance');
      else if (parts.clock.steady() - leftAt > longestClick)
        void parts.pointer().then((pointer) => open('glance', pointer));
    },
    hold: (nowHeld) => {
      held = nowHeld;
    },
    close: () => window?.close(),
    contents: () => (window === null || window.isDestroyed() ? null : window.webContents),
  };
}
