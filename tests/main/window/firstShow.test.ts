import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { whenShowable } from '../../../src/main/window/firstShow.ts';

const drawn = 'ready-to-show';
const loaded = 'did-finish-load';

/** A window that says what the test says, and a clock that the test lets run out. */
function newWindow() {
  const window = Object.assign(new EventEmitter(), { webContents: new EventEmitter() });
  const wakes: Array<() => void> = [];
  const seen = { shown: 0, delays: [] as number[] };
  whenShowable(
    window,
    (delay, wake) => {
      seen.delays.push(delay);
      wakes.push(wake);
      return () => undefined;
    },
    () => (seen.shown += 1),
  );
  const wake = (): void => {
    for (const next of wakes.splice(0)) next();
  };
  return { window, seen, wake };
}

test('a window is shown once its page is drawn, and once only', () => {
  const { window, seen, wake } = newWindow();
  window.webContents.emit(loaded);
  expect(seen.shown).toBe(0);
  window.emit(drawn);
  expect(seen.shown).toBe(1);
  wake();
  expect(seen.shown).toBe(1);
});

test('where nobody says that it is drawn, it is shown a moment after it has loaded', () => {
  const { window, seen, wake } = newWindow();
  wake();
  expect(seen.shown).toBe(0);
  window.webContents.emit(loaded);
  wake();
  window.emit(drawn);
  expect(seen).toEqual({ shown: 1, delays: [300] });
});
