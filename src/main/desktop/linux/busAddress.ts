/** Where the session bus is: as the desktop says, or where systemd puts it; null when there is none. */
export function sessionBusAddress(env: NodeJS.ProcessEnv, exists: (path: string) => boolean): string | null {
  const named = env['DBUS_SESSION_BUS_ADDRESS'] ?? '';
  if (named !== '') return named.startsWith('unix:') ? named : null;
  const folder = env['XDG_RUNTIME_DIR'] ?? '';
  return folder !== '' && exists(`${folder}/bus`) ? `unix:path=${folder}/bus` : null;
}
