import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Child, Start } from './child.ts';

/** A private message bus and its address. */
export type MessageBus = { child: Child; address: string };

/**
 * Starts a dbus-daemon. It starts only the services that are named, of those that are installed: the daemon would
 * otherwise start a notification server or keyring by itself, and a test that says "there is none" would be false.
 */
export async function startMessageBus(
  start: Start,
  kind: 'session' | 'system',
  folder: string,
  services: readonly string[] = [],
) {
  const file = join(folder, `${kind}-bus.conf`);
  const own = join(folder, `${kind}-services`);
  await mkdir(own, { recursive: true });
  for (const name of services)
    await symlink(`/usr/share/dbus-1/services/${name}.service`, join(own, `${name}.service`));
  await writeFile(file, configuration(kind, join(folder, `${kind}-bus`), own));
  const child = start('dbus-daemon', [`--config-file=${file}`, '--nofork', '--print-address=1']);
  const address = await child.until('an address', () => /^.+(?=\n)/.exec(child.stdout)?.[0]);
  return { child, address } satisfies MessageBus;
}

function configuration(kind: string, socket: string, services: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>${kind}</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>${services}</servicedir>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
  </policy>
</busconfig>
`;
}
