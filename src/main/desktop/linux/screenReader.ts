import type { Bus, BusTarget } from './bus.ts';
import { tellChanges } from './changes.ts';

const name = 'org.a11y.Bus';
const status: BusTarget = { destination: name, path: '/org/a11y/bus', interface: 'org.a11y.Status' };

/**
 * Follows whether a screen reader is in use, as AT-SPI tells. Chromium does not look at that by itself: without being
 * told, its windows are empty frames to a screen reader.
 */
export async function followScreenReader(bus: Bus, tell: (inUse: boolean) => void): Promise<void> {
  let present = false;
  const poll = tellChanges(
    async () => present && (await bus.property(status, 'ScreenReaderEnabled')) === true,
    tell,
  );
  const properties = { ...status, interface: 'org.freedesktop.DBus.Properties' };
  await bus.listen(properties, ({ member, body }) => {
    if (member === 'PropertiesChanged' && body[0] === status.interface) void poll();
  });
  // Where nobody has this name no screen reader is in use: asking would only start it.
  await bus.followName(name, (owner) => {
    present = owner !== null;
    void poll();
  });
}
