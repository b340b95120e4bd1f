import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Child } from '../../../tests/support/desktop/child.ts';
import type { Desktop } from '../../../tests/support/desktop/desktop.ts';
import { serverName } from '../../../tests/support/desktop/notification.ts';
import { openOtherWindow } from '../otherWindow.ts';
import { waitForOwner } from '../services.ts';
import type { Shell } from '../shell.ts';

/** i3 with i3bar, whose tray takes embedded X windows only, and dunst. */
export const i3: Shell = {
  name: 'i3',
  package: 'i3-wm',
  tray: 'XEmbed',
  desktop: { env: { XDG_CURRENT_DESKTOP: 'i3', XDG_SESSION_TYPE: 'x11' } },
  open: async (desktop) => {
    const file = join(desktop.home, 'i3.conf');
    await writeFile(file, configuration);
    const manager = desktop.start('i3', ['-c', file]);
    await manager.until('its socket', async () => (await desktop.run('i3', '--get-socketpath')) !== '');
    const dunst = desktop.start('dunst');
    await waitForOwner(desktop, dunst, serverName);
    let bar = await startBar(desktop);
    return {
      panel: { x: 0, y: 776, width: 1280, height: 24 },
      elsewhere: await openOtherWindow(desktop),
      restart: async () => {
        await bar.stop('SIGKILL');
        bar = await startBar(desktop);
      },
      // dunst does it with the middle button; the left one only puts the bubble away.
      bubbleButton: 'middle',
    };
  },
};

async function startBar(desktop: Desktop): Promise<Child> {
  const bar = desktop.start('i3bar', ['--bar_id=bar-0']);
  const find = async (): Promise<boolean> =>
    (await desktop.run('xwininfo', '-root', '-tree')).includes('"i3bar for output');
  await bar.until('a bar', find);
  return bar;
}

// The first line keeps i3 from taking it for a file of its version 3; the bar is started by whoever restarts it.
const configuration = `# i3 config file (v4)
font pango:DejaVu Sans 9
focus_follows_mouse no
for_window [class=".*"] floating enable
for_window [class="XLogo"] move position 40 520
bar {
  id bar-0
  i3bar_command true
  status_command exec cat
}
`;
