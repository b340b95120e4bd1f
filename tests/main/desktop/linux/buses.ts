import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Bus, openBus } from '../../../../src/main/desktop/linux/bus.ts';
import type { Desktop } from '../../../support/desktop/desktop.ts';

/** How long the tests wait for those who hang. */
export const patience = 300;

/** Keepwatch's own connection to the session bus of a desktop. */
export async function connectTo(desktop: Desktop, longestAnswer = patience): Promise<Bus> {
  const bus = await openBus(desktop.sessionBus.address, longestAnswer);
  if (bus === null) throw new Error('The session bus does not let us in.');
  onTestFinished(() => bus.close());
  return bus;
}

/**
 * Starts a session bus of another kind beside the desktop's own: at an address of any form, and with services that it
 * starts by itself when somebody asks for them.
 */
export async function startBus(
  desktop: Desktop,
  listen: string,
  services: Record<string, string> = {},
): Promise<string> {
  for (const [name, command] of Object.entries(services))
    writeFileSync(
      join(desktop.folder, `${name}.service`),
      `[D-BUS Service]\nName=${name}\nExec=${command}\n`,
    );
  const file = join(desktop.folder, 'other-bus.conf');
  writeFileSync(
    file,
    `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>${listen}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>${desktop.folder}</servicedir>
  <policy context="default">
    <allow user="*"/><allow own="*"/><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
  </policy>
</busconfig>
`,
  );
  const child = desktop.start('dbus-daemon', [`--config-file=${file}`, '--nofork', '--print-address=1']);
  return child.until('an address', () => /^.+(?=\n)/.exec(child.stdout)?.[0]);
}
