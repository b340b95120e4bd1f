import { Bus } from './bus.ts';
import type { Environment, Start } from './child.ts';
import type { DesktopOptions } from './desktopOptions.ts';
import { defaultSize, type DisplayServer, startDisplayServer } from './displayServer.ts';
import { chooseFont } from './font.ts';
import { type MessageBus, startMessageBus } from './messageBus.ts';
import type { ThrowAwayHome } from './throwAwayHome.ts';

/** What a desktop consists of; what was left out is undefined. */
export type DesktopParts = {
  display: DisplayServer | undefined;
  sessionBus: MessageBus | undefined;
  systemBus: MessageBus | undefined;
};

const daemon = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

/** Starts the parts side by side, and completes the environment with where they are. */
export async function startParts(
  start: Start,
  { environment, folder }: ThrowAwayHome,
  options: DesktopOptions,
): Promise<DesktopParts> {
  await chooseFont(environment, options.font ?? 'Inter');
  const [display, sessionBus, systemBus] = await Promise.all([
    options.display === false ? undefined : startDisplayServer(start, options.size ?? defaultSize),
    options.sessionBus === false ? undefined : startMessageBus(start, 'session', folder, options.services),
    options.systemBus === false ? undefined : startMessageBus(start, 'system', folder),
  ]);
  if (display) environment['DISPLAY'] = display.display;
  // Without an address of their own, programs would look for the buses of the machine.
  environment['DBUS_SESSION_BUS_ADDRESS'] = sessionBus?.address ?? 'disabled:';
  environment['DBUS_SYSTEM_BUS_ADDRESS'] = systemBus?.address ?? `unix:path=${folder}/no-system-bus`;
  Object.assign(environment, options.env);
  if (sessionBus && options.services) await passOn(environment, sessionBus);
  return { display, sessionBus, systemBus };
}

/** What the bus starts by itself runs in this environment too. */
async function passOn(environment: Environment, { address }: MessageBus): Promise<void> {
  const bus = await Bus.open(address);
  await bus.call(daemon, 'UpdateActivationEnvironment', 'a{ss}', [environment]);
  bus.close();
}
