import { expect, test } from 'vitest';
import { askPointer } from '../../../../src/main/desktop/linux/pointer.ts';
import { Desktop } from '../../../support/desktop/desktop.ts';

test('the pointer is where it was moved to, also where none of our windows is', async () => {
  await using desktop = await Desktop.open({ sessionBus: false, systemBus: false, size: '1920x1080' });
  for (const [x, y] of [
    [0, 0],
    [1800, 10],
    [1919, 1079],
  ] as const) {
    await desktop.run('xdotool', 'mousemove', `${x}`, `${y}`);
    expect(await askPointer(desktop.env)).toEqual({ x, y });
  }
});

test('without an X server nobody tells, and on Wayland none is asked', async () => {
  await using desktop = await Desktop.open({ sessionBus: false, systemBus: false });
  expect(await askPointer({ ...desktop.env, XDG_SESSION_TYPE: 'wayland' })).toBeNull();
  expect(await askPointer({})).toBeNull();
  expect(await askPointer({ DISPLAY: ':998', XAUTHORITY: '/nowhere' })).toBeNull();
});
