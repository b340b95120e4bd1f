import type { Bus } from '../../tests/support/desktop/bus.ts';
import { followTray } from '../../tests/support/desktop/tray.ts';
import { nameFrame } from './frameNames.ts';

const began = Date.now();

/** Prints one thing that a user would see, with the time since the start. */
export function tell(what: string, text: string): void {
  const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(5);
  const lines = text.split('\n').join(`\n${' '.repeat(23)}`);
  process.stdout.write(`${seconds} s  ${what.padEnd(13)} ${lines}\n`);
}

/** Tells tooltip and icon each time they change; hears what the tray item itself says over the bus. */
export async function narrateTray(bus: Bus, heard: (tooltip: string, frame: string) => void): Promise<void> {
  let tooltip = '';
  let frame = '';
  await followTray(bus, (reading) => {
    if (reading.tooltip !== tooltip) tell('tooltip', reading.tooltip);
    tooltip = reading.tooltip;
    void nameFrame(reading.icon).then((name) => {
      if (name !== frame) tell('icon', name);
      frame = name;
      heard(tooltip, frame);
    });
  });
}
