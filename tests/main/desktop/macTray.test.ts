import { expect, test } from 'vitest';
import { withMenuOnRightClick } from '../../../src/main/desktop/macTray.ts';

test('on macOS a click opens the window alone, and the menu comes with the other button', () => {
  const done: string[] = [];
  const heard = new Map<string, () => void>();
  const icon = withMenuOnRightClick<string, string>(
    {
      on: (event: string, hear: () => void) => heard.set(event, hear),
      setImage: (image) => done.push(image),
      setToolTip: (text) => done.push(text),
      popUpContextMenu: (menu) => done.push(`menu ${menu}`),
      setIgnoreDoubleClickEvents: (ignore) => done.push(`ignores double clicks: ${ignore}`),
      destroy: () => done.push('gone'),
    },
    () => done.push('clicked'),
  );
  heard.get('right-click')?.();
  icon.setContextMenu('first');
  icon.setContextMenu('second');
  heard.get('click')?.();
  heard.get('right-click')?.();
  icon.setImage('image');
  icon.setToolTip('tooltip');
  icon.destroy();
  expect(done).toEqual(['ignores double clicks: true', 'clicked', 'menu second', 'image', 'tooltip', 'gone']);
});
