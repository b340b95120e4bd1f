import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Desktop } from './desktop.ts';

const program = '/usr/lib/xorg/Xorg';
const driver = '/usr/lib/xorg/modules/drivers/dummy_drv.so';

/** Whether an X server with two screens can be started: Xvfb has only one, and this one wants root. */
export const hasTwoScreens = existsSync(program) && existsSync(driver) && process.getuid?.() === 0;

/** Puts an X server with two screens, side by side, each 1920 x 1080, in place of the desktop's own. */
export async function openTwoScreens(desktop: Desktop): Promise<void> {
  const file = join(desktop.folder, 'xorg.conf');
  await writeFile(file, configuration);
  const log = join(desktop.folder, 'xorg.log');
  const server = desktop.start(program, [
    ...['-displayfd', '1', '-config', file, '-logfile', log],
    // It has no graphics card and no keyboard, and leaves the machine's alone.
    ...['-novtswitch', '-sharevts', '-nolisten', 'tcp', '-noreset'],
  ]);
  const number = await server.until('a display number', () => /^\d+(?=\n)/.exec(server.stdout)?.[0]);
  desktop.env['DISPLAY'] = `:${number}`;
  await desktop.run('xrandr', '--addmode', 'DUMMY1', '1920x1080');
  const [left, right] = ['DUMMY0', 'DUMMY1'].map((name, at) => [
    ...['--output', name, '--mode', '1920x1080', '--pos', `${at * 1920}x0`],
  ]);
  await desktop.run('xrandr', ...(left ?? []), ...(right ?? []));
  // Asked for, it looks which screens are connected; an application is told only what it has seen.
  await desktop.run('xrandr', '--query');
}

const configuration = `Section "Device"
  Identifier "none"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Monitor"
  Identifier "any"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
  Modeline "1920x1080" 172.80 1920 2040 2248 2576 1080 1081 1084 1118
EndSection
Section "Screen"
  Identifier "both"
  Device "none"
  Monitor "any"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1920x1080"
    Virtual 3840 1080
  EndSubSection
EndSection
`;
